namespace Caravan.Data;

/// <summary>Remembers the values asked for last, and forgets the others. May be used from several threads.</summary>
/// <typeparam name="TKey">What a value is found by.</typeparam>
/// <typeparam name="TValue">What is remembered.</typeparam>
public sealed class RecentlyUsed<TKey, TValue>
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, LinkedListNode<KeyValuePair<TKey, TValue>>> _nodes = [];
    private readonly LinkedList<KeyValuePair<TKey, TValue>> _order = new();

    /// <summary>A memory of so many values, at least one.</summary>
    public RecentlyUsed(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        Capacity = capacity;
    }

    /// <summary>Most values remembered.</summary>
    public int Capacity { get; }

    /// <summary>Values remembered now.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _nodes.Count;
            }
        }
    }

    /// <summary>The value of a key, which counts as its use; null where it is not or no longer known.</summary>
    public TValue? Find(TKey key)
    {
        lock (_lock)
        {
            if (!_nodes.TryGetValue(key, out var node))
            {
                return null;
            }
            _order.Remove(node);
            _order.AddFirst(node);
            return node.Value.Value;
        }
    }

    /// <summary>The value of a key, which is forgotten; null where it is not or no longer known.</summary>
    public TValue? Take(TKey key)
    {
        lock (_lock)
        {
            if (!_nodes.Remove(key, out var node))
            {
                return null;
            }
            _order.Remove(node);
            return node.Value.Value;
        }
    }

    /// <summary>Remembers a value in place of what the key had; forgets the one unused for longest where full.</summary>
    public void Remember(TKey key, TValue value)
    {
        lock (_lock)
        {
            if (_nodes.Remove(key, out var old))
            {
                _order.Remove(old);
            }
            else if (_nodes.Count == Capacity)
            {
                _nodes.Remove(_order.Last!.Value.Key);
                _order.RemoveLast();
            }
            _nodes.Add(key, _order.AddFirst(KeyValuePair.Create(key, value)));
        }
    }
}

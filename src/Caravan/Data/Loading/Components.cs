namespace Caravan.Data.Loading;

/// <summary>Which nodes hang together: sets that grow together as links are added.</summary>
internal sealed class Components
{
    private readonly Dictionary<string, string> _parents = [];

    /// <summary>Joins the sets of two nodes.</summary>
    public void Join(string a, string b) => _parents[Of(a)] = Of(b);

    /// <summary>The node that stands for the set of a node.</summary>
    public string Of(string node)
    {
        var root = node;
        while (_parents.TryGetValue(root, out var parent) && parent != root)
        {
            root = parent;
        }
        while (_parents.TryGetValue(node, out var next) && next != root)
        {
            _parents[node] = root;
            node = next;
        }
        return root;
    }
}

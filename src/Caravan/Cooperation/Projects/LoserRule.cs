namespace Caravan.Cooperation.Projects;

/// <summary>Whether a set of projects may leave a member worse off.</summary>
public enum LoserRule
{
    /// <summary>It may.</summary>
    Allowed,

    /// <summary>Not once all projects that are chosen are open.</summary>
    NoneAtEnd,

    /// <summary>Not after any step of the sequence either.</summary>
    NoneEver,
}

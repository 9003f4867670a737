using System.Diagnostics;
using Caravan.Tests;
using Microsoft.Diagnostics.Tracing;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Caravan.Benchmarks;

/// <summary>
/// Generic methods that the runtime still compiles while a command runs, because nothing that the precompiler sees asks for
/// them: virtual methods of iterators, say. Written as a profile that the precompiler takes (.mibc, an assembly whose
/// methods name others), they are compiled when Caravan is built.
/// </summary>
internal sealed class StartupProfile
{
    // keywords of the runtime's events: loader, compiler, details of methods and of types
    private const string Events = "Microsoft-Windows-DotNETRuntime:0xC000080018:5";

    // Code for vectors is compiled for the processor at hand; compiled ahead it is for any, and four times slower.
    private static readonly string[] s_vectors = ["System.Numerics.Tensors", "System.Runtime.Intrinsics"];

    private static readonly string[] s_commands =
    [
        "list", "check china-central-asia", "run china-central-asia", "run tariff-war", "compare tariff-war autarky",
        "build china-central-asia", "share china-central-asia",
    ];

    // ECMA-335 II.23.1.16
    private const int Array = 0x14, Vector = 0x1d;

    private readonly Dictionary<long, string> _modules = [];
    private readonly Dictionary<ulong, RuntimeType> _types = [];
    private readonly Dictionary<ulong, (ulong Type, ulong[] Arguments)> _details = [];
    private readonly Dictionary<ulong, (long Module, int Token)> _compiled = [];
    private readonly Dictionary<string, ModuleDefinition> _read = [];
    private readonly SortedDictionary<string, SortedDictionary<string, MethodReference>> _groups = new(StringComparer.Ordinal);
    private readonly ModuleDefinition _profile = ModuleDefinition.CreateModule("startup", ModuleKind.Dll);
    private readonly TypeReference _shared;

    private StartupProfile()
    {
        // stands for any reference type; crossgen2 looks for it there
        var scope = new AssemblyNameReference("System.Private.Canon", new Version());
        _profile.AssemblyReferences.Add(scope);
        _shared = new TypeReference("System", "__Canon", _profile, scope);
    }

    /// <summary>Runs usual commands of the built program and writes the profile of them all.</summary>
    public static void Write(TextWriter output)
    {
        var path = Path.Combine(Repository.Root, "src", "startup.mibc");
        // what an earlier profile had compiled ahead would be missing from this one
        File.Delete(path);
        Run(new ProcessStartInfo("dotnet", "build src/Caravan.Cli -c Release --no-incremental")
        {
            WorkingDirectory = Repository.Root,
        });
        var profile = new StartupProfile();
        var folder = Directory.CreateTempSubdirectory("caravan-profile-");
        foreach (var command in s_commands)
        {
            output.WriteLine(command);
            profile.Add(Trace(command, Path.Combine(folder.FullName, "events.nettrace")));
        }
        folder.Delete(recursive: true);
        var home = profile._profile.Types.Single(type => type.Name == "<Module>");
        foreach (var method in profile.Methods())
        {
            home.Methods.Add(method);
        }
        profile._profile.Write(path);
        output.WriteLine($"{profile._groups.Values.Sum(group => group.Count)} methods");
    }

    private static string Trace(string command, string file)
    {
        var program = Repository.Program("Caravan.Cli", "caravan-cli");
        var start = new ProcessStartInfo("dotnet", $"exec {program} {command}");
        start.Environment["DOTNET_EnableEventPipe"] = "1";
        start.Environment["DOTNET_EventPipeOutputPath"] = file;
        start.Environment["DOTNET_EventPipeConfig"] = Events;
        Run(start);
        return file;
    }

    private static void Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {start.Arguments} ended with {process.ExitCode}");
        }
    }

    private void Add(string trace)
    {
        // numbers of modules, types and methods are those of one process
        _modules.Clear();
        _types.Clear();
        _details.Clear();
        _compiled.Clear();
        using (var source = new EventPipeEventSource(trace))
        {
            var begun = new HashSet<long>();
            source.Clr.LoaderModuleLoad += e => _modules[e.ModuleID] = e.ModuleILPath;
            source.Clr.TypeBulkType += e =>
            {
                for (var at = 0; at < e.Count; at++)
                {
                    var type = e.Values(at);
                    _types[type.TypeID] = new RuntimeType((long)type.ModuleID, (int)type.TypeNameID, type.CorElementType,
                        [.. Enumerable.Range(0, type.TypeParameterCount).Select(type.TypeParameterID)]);
                }
            };
            source.Clr.MethodMethodDetails += e => _details[(ulong)e.MethodID] =
                ((ulong)e.TypeID, [.. Enumerable.Range(0, e.TypeParameterCount).Select(at => (ulong)e.TypeParameters(at))]);
            source.Clr.MethodJittingStarted += e => begun.Add(e.MethodID);
            source.Clr.MethodLoadVerbose += e =>
            {
                if (begun.Contains(e.MethodID) && !e.IsDynamic)
                {
                    _compiled[(ulong)e.MethodID] = (e.ModuleID, e.MethodToken);
                }
            };
            source.Process();
        }
        foreach (var (id, (module, token)) in _compiled)
        {
            Add((MethodDefinition)Read(module).LookupToken(token), _details[id].Type, _details[id].Arguments);
        }
    }

    private void Add(MethodDefinition method, ulong type, ulong[] arguments)
    {
        var assembly = method.Module.Assembly.Name.Name;
        var used = new SortedSet<string>(StringComparer.Ordinal);
        var owner = TypeOf(type, used);
        var isGeneric = owner is GenericInstanceType || arguments.Length > 0;
        if (!isGeneric || s_vectors.Contains(assembly) || s_vectors.Contains(method.DeclaringType.Namespace))
        {
            return;
        }
        var reference = _profile.ImportReference(method);
        reference.DeclaringType = owner;
        if (arguments.Length > 0)
        {
            reference = With(new GenericInstanceMethod(reference), arguments, used);
        }
        used.Remove(assembly);
        // who defines the method comes first, then all others whose types it is made for
        var group = string.Concat(used.Prepend(assembly).Select(name => name + ";"));
        _groups.TryAdd(group, new(StringComparer.Ordinal));
        _groups[group].TryAdd(reference.FullName, reference);
    }

    private TypeReference TypeOf(ulong id, SortedSet<string> used)
    {
        var type = _types[id];
        if (type.Element is Array or Vector)
        {
            return new ArrayType(TypeOf(type.Arguments[0], used));
        }
        var definition = (TypeDefinition)Read(type.Module).LookupToken(type.Token);
        if (definition.FullName == _shared.FullName)
        {
            return _shared;
        }
        used.Add(definition.Module.Assembly.Name.Name);
        var reference = _profile.ImportReference(definition);
        return type.Arguments.Length == 0 ? reference : With(new GenericInstanceType(reference), type.Arguments, used);
    }

    private T With<T>(T instance, ulong[] arguments, SortedSet<string> used)
        where T : IGenericInstance
    {
        foreach (var argument in arguments)
        {
            instance.GenericArguments.Add(TypeOf(argument, used));
        }
        return instance;
    }

    private ModuleDefinition Read(long module)
    {
        var path = _modules[module];
        return _read.TryGetValue(path, out var known) ? known : _read[path] = ModuleDefinition.ReadModule(path);
    }

    // one method that names each group's method, which names the methods of the group
    private IEnumerable<MethodDefinition> Methods()
    {
        var all = Static("AssemblyDictionary");
        foreach (var (group, members) in _groups)
        {
            var names = Static(group);
            foreach (var member in members.Values)
            {
                names.Body.Instructions.Add(Instruction.Create(OpCodes.Ldtoken, member));
                names.Body.Instructions.Add(Instruction.Create(OpCodes.Pop));
            }
            names.Body.Instructions.Add(Instruction.Create(OpCodes.Ret));
            all.Body.Instructions.Add(Instruction.Create(OpCodes.Ldstr, group));
            all.Body.Instructions.Add(Instruction.Create(OpCodes.Ldtoken, names));
            all.Body.Instructions.Add(Instruction.Create(OpCodes.Pop));
            yield return names;
        }
        all.Body.Instructions.Add(Instruction.Create(OpCodes.Ret));
        yield return all;
    }

    private MethodDefinition Static(string name) =>
        new(name, MethodAttributes.Public | MethodAttributes.Static, _profile.TypeSystem.Void);

    private sealed record RuntimeType(long Module, int Token, int Element, ulong[] Arguments);
}

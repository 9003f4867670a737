using Caravan.Server.Hosting;

var (options, exit) = ServeOptions.Read(args, Console.Out, Console.Error);
return options is null ? exit : await ServerHost.RunAsync(options, Console.Out, Console.Error);

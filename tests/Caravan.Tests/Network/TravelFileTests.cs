using Caravan.Network;

namespace Caravan.Tests.Network;

public class TravelFileTests
{
    [Fact]
    public void Write_and_read_give_the_same_matrix_and_the_same_bytes()
    {
        var tables = RandomNetwork.Create(21);
        var cities = RandomNetwork.Cities(tables);
        var travel = TransportNetwork.Build(tables).Travel(cities);
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        TravelFile.Write(travel, first);
        TravelFile.Write(travel, second);
        first.Position = 0;
        var read = TravelFile.TryRead(first, TransportNetwork.Build(tables), cities);
        Assert.Equal(travel.Packed.ToArray(), read!.Packed.ToArray());
        Assert.Equal(first.ToArray(), second.ToArray());
    }

    [Fact]
    public void TryRead_refuses_a_matrix_of_another_network_or_other_cities()
    {
        var tables = RandomNetwork.Create(22);
        var cities = RandomNetwork.Cities(tables);
        using var stream = new MemoryStream();
        TravelFile.Write(TransportNetwork.Build(tables).Travel(cities), stream);
        stream.Position = 0;
        var changed = TransportNetwork.Build(tables, new NetworkEdits { Projects = ["short-cut"] });
        Assert.Null(TravelFile.TryRead(stream, changed, cities));
        stream.Position = 0;
        Assert.Null(TravelFile.TryRead(stream, TransportNetwork.Build(tables), cities.RemoveAt(0)));
    }
}

using Caravan.Server.Hosting;

namespace Caravan.Tests.Server;

public sealed class SqliteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private ServeOptions Options => new() { DataFolder = _folder.Path };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Saved_result_reopens_exactly_as_it_was_seen() =>
        StorageSteps.Saved_result_reopens_exactly_as_it_was_seen(Options);

    [Fact]
    public Task Saved_result_of_another_version_and_data_says_so() =>
        StorageSteps.Saved_result_of_another_version_and_data_says_so(Options);

    [Fact]
    public Task Saved_result_keeps_the_flows_that_were_asked_for() =>
        StorageSteps.Saved_result_keeps_the_flows_that_were_asked_for(Options);

    [Fact]
    public Task Kept_result_holds_the_answers_of_its_jobs() =>
        KeptAnswerSteps.Kept_result_holds_the_answers_of_its_jobs(Options);

    [Fact]
    public Task Result_that_was_kept_before_there_were_answers_opens() =>
        KeptAnswerSteps.Result_that_was_kept_before_there_were_answers_opens(Options);

    [Fact]
    public Task Schema_is_made_once_and_a_newer_one_is_refused() =>
        StorageSteps.Schema_is_made_once_and_a_newer_one_is_refused(Options);

    [Fact]
    public Task Several_servers_make_the_schema_together() =>
        StorageSteps.Several_servers_make_the_schema_together(Options);

    [Fact]
    public Task Job_tells_its_progress_and_gives_the_result_of_the_command() =>
        StorageSteps.Job_tells_its_progress_and_gives_the_result_of_the_command(Options);

    [Fact]
    public Task Job_is_cancelled() =>
        StorageSteps.Job_is_cancelled(Options);

    [Fact]
    public Task Job_that_cannot_be_solved_fails_with_a_reason() =>
        StorageSteps.Job_that_cannot_be_solved_fails_with_a_reason(Options);

    [Fact]
    public Task Restart_in_the_middle_loses_nothing() =>
        StorageSteps.Restart_in_the_middle_loses_nothing(Options);

    [Fact]
    public Task Job_of_a_server_that_died_is_taken_over() =>
        StorageSteps.Job_of_a_server_that_died_is_taken_over(Options);
}

using Caravan.Server.Hosting;

namespace Caravan.Tests.Server;

public class PostgresTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    private async Task<ServeOptions> Options() => new() { Database = await postgres.NewDatabase() };

    [PostgresFact]
    public async Task Saved_result_reopens_exactly_as_it_was_seen() =>
        await StorageSteps.Saved_result_reopens_exactly_as_it_was_seen(await Options());

    [PostgresFact]
    public async Task Saved_result_of_another_version_and_data_says_so() =>
        await StorageSteps.Saved_result_of_another_version_and_data_says_so(await Options());

    [PostgresFact]
    public async Task Saved_result_keeps_the_flows_that_were_asked_for() =>
        await StorageSteps.Saved_result_keeps_the_flows_that_were_asked_for(await Options());

    [PostgresFact]
    public async Task Kept_result_holds_the_answers_of_its_jobs() =>
        await KeptAnswerSteps.Kept_result_holds_the_answers_of_its_jobs(await Options());

    [PostgresFact]
    public async Task Result_that_was_kept_before_there_were_answers_opens() =>
        await KeptAnswerSteps.Result_that_was_kept_before_there_were_answers_opens(await Options());

    [PostgresFact]
    public async Task Schema_is_made_once_and_a_newer_one_is_refused() =>
        await StorageSteps.Schema_is_made_once_and_a_newer_one_is_refused(await Options());

    [PostgresFact]
    public async Task Several_servers_make_the_schema_together() =>
        await StorageSteps.Several_servers_make_the_schema_together(await Options());

    [PostgresFact]
    public async Task Job_tells_its_progress_and_gives_the_result_of_the_command() =>
        await StorageSteps.Job_tells_its_progress_and_gives_the_result_of_the_command(await Options());

    [PostgresFact]
    public async Task Job_is_cancelled() =>
        await StorageSteps.Job_is_cancelled(await Options());

    [PostgresFact]
    public async Task Job_that_cannot_be_solved_fails_with_a_reason() =>
        await StorageSteps.Job_that_cannot_be_solved_fails_with_a_reason(await Options());

    [PostgresFact]
    public async Task Restart_in_the_middle_loses_nothing() =>
        await StorageSteps.Restart_in_the_middle_loses_nothing(await Options());

    [PostgresFact]
    public async Task Job_of_a_server_that_died_is_taken_over() =>
        await StorageSteps.Job_of_a_server_that_died_is_taken_over(await Options());
}

package org.convergence.platform.imports.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.imports.ImportQueries;
import org.convergence.platform.jobs.JobFormatter;
import org.convergence.platform.jobs.JobPermissions;
import org.convergence.platform.jobs.JobRunService;
import org.convergence.platform.jobs.JobState;
import org.convergence.platform.jobs.JobView;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Jobs in the API: their progress, and for an import the result of its rows. */
@RestController
@RequestMapping(path = "/api/v1/jobs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "jobs")
record JobApi(JobRunService jobRunService, ImportQueries importQueries) {

    /**
     * A run.
     *
     * @param total {@code null} while it is unknown
     * @param reason why it failed
     * @param file the import, {@code null} for other jobs
     */
    @Schema(name = "JobJson")
    public record JobResource(
            UUID id,
            String kind,
            JobState state,
            long done,
            @Nullable Long total,
            Instant queuedAt,
            @Nullable Instant finishedAt,
            @Nullable String reason,
            @Nullable UUID file,
            @Nullable Integer created,
            @Nullable Integer changed,
            @Nullable Integer skipped,
            @Nullable Integer aside,
            @Nullable List<ImportResource.ImportRowProblem> problems) {}

    @GetMapping("/{id}")
    @Requires(JobPermissions.OWN)
    @Operation(
            summary = "The state of a background job",
            description = "For an import: how many rows created, changed or repeated a record or were skipped, and"
                    + " the first rows that need attention.")
    JobResource one(@PathVariable UUID id, Words t) {
        JobView run = jobRunService.findById(id);
        ImportResource file = importQueries
                .findByRun(id)
                .map(found -> ImportResource.of(found, importQueries, t))
                .orElse(null);
        return new JobResource(
                run.id(),
                run.kind(),
                run.state(),
                run.done(),
                run.total(),
                run.queuedAt(),
                run.finishedAt(),
                JobFormatter.reason(run, t),
                file == null ? null : file.id(),
                file == null ? null : file.created(),
                file == null ? null : file.changed(),
                file == null ? null : file.skipped(),
                file == null ? null : file.aside(),
                file == null ? null : file.problems());
    }
}

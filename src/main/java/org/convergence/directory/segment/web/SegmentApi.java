package org.convergence.directory.segment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.segment.AudienceExclusion;
import org.convergence.directory.segment.SegmentAudience.AudiencePerson;
import org.convergence.directory.segment.SegmentAudience.AudienceQuestion;
import org.convergence.directory.segment.SegmentId;
import org.convergence.directory.segment.SegmentPermissions;
import org.convergence.directory.segment.domain.AudienceQueries;
import org.convergence.directory.segment.domain.SegmentService;
import org.convergence.platform.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Segments in the API, with the reason of each exclusion. */
@RestController
@RequestMapping(path = "/api/v1/segments", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(SegmentPermissions.READ)
@Tag(name = "segments")
record SegmentApi(SegmentService segments, AudienceQueries audience) {

    private static final int MOST = 200;

    /** A segment. */
    @Schema(name = "Segment")
    record SegmentResource(UUID id, String name, long people) {}

    /** A person of a segment. */
    @Schema(name = "SegmentPerson")
    record SegmentPersonResource(
            UUID id,
            String name,

            @Schema(description = "Whether a letter may go") boolean allowed,

            @Schema(description = "The basis on which it may go; null if it needs none") @Nullable
            Basis basis,

            @Schema(description = "The last day of the basis; null if it has no end") @Nullable
            LocalDate until,

            @Schema(description = "Why no letter may go; null if it may") @Nullable
            AudienceExclusion reason) {

        static SegmentPersonResource of(AudiencePerson each) {
            return new SegmentPersonResource(
                    each.person().value(),
                    each.name(),
                    each.exclusion() == null,
                    each.basis(),
                    each.until(),
                    each.exclusion());
        }
    }

    /** People of a segment. */
    @Schema(name = "SegmentPeople")
    record SegmentPeopleResource(
            @Schema(description = "All people of the segment")
            long total,

            List<SegmentPersonResource> items,

            @Schema(description = "Where the next ones begin; null at the end") @Nullable
            UUID next) {}

    @GetMapping
    @Operation(summary = "List segments")
    List<SegmentResource> list() {
        return segments.findAll().stream()
                .map(each -> new SegmentResource(each.id(), each.name(), audience.count(each.chosen())))
                .toList();
    }

    @GetMapping("/{id}/people")
    @Operation(
            summary = "The people of a segment, and who may be written to",
            description = "Computed at each call. Protected and erased people are in no segment.")
    @Parameter(name = "after", description = "The previous answer's next")
    @Parameter(name = "function", description = "true for a letter that concerns the functions of its recipients")
    SegmentPeopleResource people(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "false") boolean function) {
        SegmentId segment = new SegmentId(id);
        long total = audience.count(segments.findById(segment).chosen());
        List<AudiencePerson> people = audience.findNext(
                new AudienceQuestion(segment, Purpose.NEWS, function, id),
                after == null ? null : new PersonId(after),
                MOST);
        return new SegmentPeopleResource(
                total,
                people.stream().map(SegmentPersonResource::of).toList(),
                people.size() < MOST ? null : people.get(MOST - 1).person().value());
    }
}

package org.convergence.resources.impact.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.ListSlice;
import org.convergence.resources.impact.ImpactPermissions;
import org.convergence.resources.impact.domain.LeafletPeriod;
import org.convergence.resources.impact.domain.LeafletQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Leaflets of members, for programs. */
@RestController
@RequestMapping(path = "/api/v1/leaflets", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "leaflets")
record ImpactApi(LeafletQueries leafletQueries, LeafletPeriodForm period) {

    private static final int AT_ONCE = 100;

    /**
     * A page of members.
     *
     * @param next the {@code after} of the next page; {@code null} on the last
     */
    @Schema(name = "Leaflets")
    record LeafletListResource(
            List<LeafletResource> leaflets, @Nullable String next) {}

    /**
     * A member and its current leaflet.
     *
     * @param document id of the file, at /api/v1/documents; {@code null} if none was made yet
     */
    @Schema(name = "Leaflet")
    record LeafletResource(
            UUID organisation,
            String name,
            @Nullable UUID document,
            @Nullable String language) {

        static LeafletResource of(LeafletQueries.MemberLeafletRow line) {
            LeafletQueries.LeafletFile made = line.made();
            return new LeafletResource(
                    line.organisation().value(),
                    line.name(),
                    made == null ? null : made.document().value(),
                    made == null ? null : made.language());
        }
    }

    @GetMapping
    @Requires(ImpactPermissions.READ)
    @Operation(summary = "List the leaflets for the members of a period, by name; the last fiscal year by default")
    @Parameter(name = "from", description = "First day", schema = @Schema(type = "string", format = "date"))
    @Parameter(name = "to", description = "Last day", schema = @Schema(type = "string", format = "date"))
    @Parameter(name = "after", description = "The previous page's next")
    LeafletListResource leaflets(@Parameter(hidden = true) Form form) {
        LeafletPeriod span = period.read(form);
        ListSlice<LeafletQueries.MemberLeafletRow> slice =
                leafletQueries.findSlice(new ListRequest<>(span, "", form.value("after"), AT_ONCE));
        return new LeafletListResource(
                slice.rows().stream().map(LeafletResource::of).toList(), slice.next());
    }
}

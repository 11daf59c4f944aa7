package org.convergence.safety.guide.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.List;
import org.convergence.platform.access.Requires;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.safety.guide.GuidePermissions;
import org.convergence.safety.guide.domain.AdvisoryFileReader;
import org.convergence.safety.guide.domain.AdvisoryService;
import org.convergence.safety.guide.domain.AdvisoryService.AdvisoryImport;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of the register of advisories. */
@RestController
@RequestMapping(path = "/api/v1/advisories", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(GuidePermissions.EDIT)
@Tag(name = "advisories")
record AdvisoryApi(AdvisoryService advisories, OrganisationSettings settings) {

    /** What a file changed. */
    @Schema(name = "AdvisoryImport")
    public record AdvisoryImportResource(
            @Schema(description = "Countries with a level in the file")
            int read,

            @Schema(description = "Countries whose level differs from before")
            List<String> changed,

            @Schema(description = "Countries that the file lacks and that are unknown now")
            List<String> unknown) {}

    @PutMapping(consumes = {"text/*", "application/csv", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @Operation(
            summary = "Replace the register of travel advisories",
            description = "Columns: country (ISO or name), level (0 to 3, a colour or the sentence), date; perhaps"
                    + " region and source. A country that the file lacks becomes UNKNOWN. A file with a line that cannot"
                    + " be read is refused whole (422).")
    AdvisoryImportResource replace(
            @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
                    InputStream file) {
        AdvisoryImport done = advisories.replace(AdvisoryFileReader.read(file, "CSV", settings.today()));
        return new AdvisoryImportResource(done.read(), codes(done.changed()), codes(done.unknown()));
    }

    private static List<String> codes(List<Country> countries) {
        return countries.stream().map(Country::code).toList();
    }
}

package org.convergence.safety.guide.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.convergence.platform.access.Requires;
import org.convergence.platform.text.Words;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.guide.CountryAdvisory;
import org.convergence.safety.guide.GuidePermissions;
import org.convergence.safety.guide.domain.AdvisoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of countries. */
@RestController
@RequestMapping(path = "/api/v1/countries", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(GuidePermissions.READ)
@Tag(name = "countries")
record CountryApi(AdvisoryService advisories) {

    /** A country with its advisory. */
    @Schema(name = "Country")
    public record CountryResource(
            @Schema(description = "ISO 3166-1, two letters") String code,

            String name,

            @Schema(
                    description =
                            "The level that counts: the worst of country and regions; UNKNOWN where the register lacks it")
            AdvisoryLevel advisory,

            @Schema(description = "Of the country as a whole")
            AdvisoryLevel level,

            @Schema(description = "Of its worst region") @Nullable
            AdvisoryLevel regional,

            @Nullable String source,
            @Nullable LocalDate publishedOn,
            @Nullable LocalDate checkedOn) {}

    @GetMapping("/{code}")
    @Operation(summary = "Read a country with its travel advisory")
    CountryResource show(@Parameter(description = "ISO 3166-1, two letters") @PathVariable String code, Words t) {
        CountryAdvisory advisory = advisories.findByCountry(AdvisoryController.country(code));
        return new CountryResource(
                advisory.country().code(),
                advisory.country().name(t),
                advisory.worst(),
                advisory.level(),
                advisory.regional(),
                advisory.source(),
                advisory.publishedOn(),
                advisory.checkedOn());
    }
}

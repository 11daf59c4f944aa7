package org.convergence.cooperation.narrative.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.narrative.NarrativeState;
import org.convergence.cooperation.narrative.domain.NarrativePassage;
import org.convergence.cooperation.narrative.domain.NarrativePassage.PassageStanding;
import org.convergence.cooperation.narrative.domain.NarrativeQueries.NarrativeRow;
import org.convergence.cooperation.narrative.domain.NarrativeSection;
import org.convergence.cooperation.narrative.domain.NarrativeSection.NarrativeSectionContent;
import org.convergence.cooperation.narrative.web.NarrativeForm.ReportLanguage;
import org.convergence.platform.text.AnswerLimit.CountUnit;
import org.jspecify.annotations.Nullable;

/** What programs send and read about narrative reports. */
final class NarrativeResources {

    private NarrativeResources() {}

    /** A report to open. */
    record NarrativeReportRequest(
            @Schema(description = "Id of the project") UUID project,

            @Schema(description = "Id of the deliverable of an agreement, which gives the funder") @Nullable
            UUID due,

            @Schema(description = "Id of the funder, without a deliverable") @Nullable
            UUID funder,

            @Schema(minLength = 1, maxLength = 300) String title,

            @Schema(description = "Else FRENCH") @Nullable ReportLanguage language,

            @Schema(description = "The first day") LocalDate from,

            @Schema(description = "The last day") LocalDate to,

            @Schema(
                    description =
                            "The funder’s sections as text: one a paragraph, with its limit in words or characters",
                    maxLength = 100_000)
            @Nullable
            String sections,

            @Schema(description = "Else the id of the report whose sections are taken up") @Nullable
            UUID earlier) {}

    /** The text of a section. */
    record NarrativeTextRequest(
            @Schema(description = "The version that was read")
            int version,

            @Schema(maxLength = NarrativeSection.LONGEST) @Nullable
            String body) {}

    /** What a section says of a partner. */
    @Schema(name = "NarrativePassage")
    record NarrativePassageResource(
            UUID organisation,
            String body,
            PassageStanding standing,

            @Schema(description = "Whether the file has it: only with the partner’s yes")
            boolean inFile) {

        static NarrativePassageResource of(NarrativePassage it) {
            return new NarrativePassageResource(
                    it.organisation().value(),
                    it.content().body(),
                    it.standing(),
                    it.standing() == PassageStanding.AGREED);
        }
    }

    /** A section. */
    @Schema(name = "NarrativeSection")
    record NarrativeSectionResource(
            UUID id,
            int version,
            String heading,
            String instruction,
            @Nullable Integer most,
            @Nullable CountUnit unit,
            String body,
            List<NarrativePassageResource> passages) {

        static NarrativeSectionResource of(NarrativeSection it, List<NarrativePassage> passages) {
            NarrativeSectionContent content = it.content();
            return new NarrativeSectionResource(
                    it.id(),
                    it.version(),
                    content.heading(),
                    content.instruction(),
                    content.most(),
                    content.unit(),
                    content.body(),
                    passages.stream()
                            .filter(each -> each.section().equals(it.typedId()))
                            .map(NarrativePassageResource::of)
                            .toList());
        }
    }

    /** A report. */
    @Schema(name = "NarrativeReport")
    record NarrativeReportResource(
            UUID id,
            int version,
            UUID project,
            @Nullable UUID due,
            @Nullable UUID funder,
            String title,
            String language,
            LocalDate from,
            LocalDate to,
            NarrativeState state,
            @Nullable LocalDate filed,

            @ArraySchema(arraySchema = @Schema(description = "In the funder’s order; empty in lists"))
            List<NarrativeSectionResource> sections) {

        static NarrativeReportResource of(NarrativeRow it, List<NarrativeSectionResource> sections) {
            return new NarrativeReportResource(
                    it.id().value(),
                    it.version(),
                    it.project().value(),
                    it.due() == null ? null : it.due().value(),
                    it.funder() == null ? null : it.funder().value(),
                    it.title(),
                    it.language(),
                    it.startsOn(),
                    it.endsOn(),
                    it.state(),
                    it.filedOn(),
                    sections);
        }
    }

    /** A page of the list. */
    @Schema(name = "NarrativeReportPage")
    record NarrativeReportListResource(
            List<NarrativeReportResource> items,

            @Schema(description = "The value of after for the next page; null on the last") @Nullable
            String next) {}
}

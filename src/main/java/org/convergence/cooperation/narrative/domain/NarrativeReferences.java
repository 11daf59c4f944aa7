package org.convergence.cooperation.narrative.domain;

import java.time.Clock;
import java.util.Map;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.LastContactSource;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.plan.filing.Filings;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.PastedQuestions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References from reports to funders and partners, names in their texts, and the filing of reports. */
@Configuration(proxyBeanMethods = false)
class NarrativeReferences {

    private static final String INSERTIONS = "cooperation.narrative_insertion";

    @Bean
    static IdentityReferences referencesFromNarratives(ReferenceDeclarations declare) {
        return declare.table(NarrativeReportService.TABLE)
                .organisation("funder")
                .texts(Map.of("title", 300))
                .table(NarrativePassage.TABLE)
                .organisation("organisation")
                .onePer("section")
                .texts(Map.of(
                        "body",
                        NarrativePassage.LONGEST,
                        "translation",
                        NarrativePassage.LONGEST,
                        "answered_body",
                        NarrativePassage.LONGEST,
                        "answered_translation",
                        NarrativePassage.LONGEST,
                        "correction",
                        NarrativePassage.LONGEST))
                .textsOf(
                        NarrativeSection.TABLE,
                        Map.of(
                                "heading",
                                NarrativeSection.LONGEST_HEADING,
                                "instruction",
                                PastedQuestions.LONGEST,
                                "body",
                                NarrativeSection.LONGEST))
                .textsOf(NarrativeFormService.TABLE, Map.of("name", 300))
                .textsOf(INSERTIONS, Map.of("label", NarrativeFact.LONGEST_LABEL, "body", NarrativeFact.LONGEST));
    }

    /** Answers of a partner, by its page, about what a report says of it. */
    @Bean
    static LastContactSource passageContacts() {
        return new LastContactSource(NarrativePermissions.READ, "narrative.heard", """
                SELECT p.answered_on AS day, '/cooperation/narrative/' || s.report AS url
                FROM cooperation.narrative_passage p JOIN cooperation.narrative_section s ON s.id = p.section
                WHERE p.organisation = :organisation
                """);
    }

    /** The place is stored as a keyed mark. */
    @Bean
    static Filings<NarrativeReportId> filedNarrativeReports(
            JdbcClient db, OrganisationSettings settings, Clock clock, NarrativeRenderer renderer) {
        return new Filings<>(
                db,
                settings,
                clock,
                "narrative_report",
                NarrativeReportService.TABLE + "/facts",
                facts -> renderer.render(facts.as(FiledNarrative.class)));
    }
}

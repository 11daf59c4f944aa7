package org.convergence.cooperation.narrative.domain;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.TextStandIns;
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
    static IdentityReference fundersOfNarratives(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, NarrativeReportService.TABLE, "funder", List.of("id"));
    }

    @Bean
    static IdentityReference partnersInNarratives(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, NarrativePassage.TABLE, "organisation", List.of("id"))
                .withDuplicateKey(List.of("section"));
    }

    @Bean
    static IdentityReference namesInNarratives(TextStandIns standIns) {
        return new ColumnMentions(standIns, NarrativeReportService.TABLE, "false", Map.of("title", 300));
    }

    @Bean
    static IdentityReference namesInNarrativeSections(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                NarrativeSection.TABLE,
                "false",
                Map.of(
                        "heading",
                        NarrativeSection.LONGEST_HEADING,
                        "instruction",
                        PastedQuestions.LONGEST,
                        "body",
                        NarrativeSection.LONGEST));
    }

    @Bean
    static IdentityReference namesInNarrativeInsertions(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                INSERTIONS,
                "false",
                Map.of("label", NarrativeFact.LONGEST_LABEL, "body", NarrativeFact.LONGEST));
    }

    @Bean
    static IdentityReference namesInNarrativePassages(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                NarrativePassage.TABLE,
                "false",
                Map.of(
                        "body",
                        NarrativePassage.LONGEST,
                        "translation",
                        NarrativePassage.LONGEST,
                        "answered_body",
                        NarrativePassage.LONGEST,
                        "answered_translation",
                        NarrativePassage.LONGEST,
                        "correction",
                        NarrativePassage.LONGEST));
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

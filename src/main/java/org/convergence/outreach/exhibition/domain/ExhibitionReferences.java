package org.convergence.outreach.exhibition.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.TextStandIns;
import org.convergence.outreach.exhibition.ExhibitionPermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** References from exhibitions to people and organisations, names in texts, and who may open photographs. */
@Configuration(proxyBeanMethods = false)
class ExhibitionReferences {

    @Bean
    static IdentityReference exhibitionResponsibles(JdbcClient db) {
        return ReferencingColumn.toPerson(db, ExhibitionService.TABLE, "responsible", List.of("id"), ErasureRule.CLEAR);
    }

    @Bean
    static IdentityReference exhibitionHosts(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, ExhibitionService.BOOKINGS, "host", List.of("id"));
    }

    @Bean
    static Holding keptExhibitions(JdbcClient db) {
        return new ColumnHolding(db, "exhibition.holding", 41, ExhibitionService.TABLE + ".responsible", "true", """
                SELECT id, title AS what, NULL AS detail, '/outreach/exhibition/' || id AS url, CAST(NULL AS date) AS due
                FROM outreach.exhibition WHERE responsible = ? ORDER BY title, id
                """);
    }

    @Bean
    static IdentityReference namesInExhibitions(TextStandIns standIns) {
        return new ColumnMentions(standIns, ExhibitionService.TABLE, "r.responsible = :person", Map.of("title", 200));
    }

    @Bean
    static IdentityReference namesInExhibitionBookings(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                ExhibitionService.BOOKINGS,
                "false",
                Map.of(
                        "place",
                        200,
                        "city",
                        100,
                        "contact",
                        200,
                        "space_note",
                        1_000,
                        "security_note",
                        1_000,
                        "settlement",
                        1_000,
                        "reason",
                        500));
    }

    @Bean
    static IdentityReference namesInConditionReports(TextStandIns standIns) {
        return new ColumnMentions(standIns, "outreach.exhibition_report", "false", Map.of("made_by", 200));
    }

    @Bean
    static IdentityReference namesInPanelDamage(TextStandIns standIns) {
        return new ColumnMentions(standIns, "outreach.exhibition_damage", "false", Map.of("damage", 500));
    }

    @Bean
    static IdentityReference namesInExhibitionPictures(TextStandIns standIns) {
        return new ColumnMentions(standIns, PictureService.TABLE, "false", Map.of("credit", 200, "consent", 300));
    }

    @Bean
    static IdentityReference namesInExhibitionPictureTexts(TextStandIns standIns) {
        return new ColumnMentions(
                standIns, PictureService.TEXTS, "false", Map.of("title", 200, "alternative", 4_000, "caption", 2_000));
    }

    /** Lets readers of exhibitions open the photographs of reports and those shown online. */
    @Component
    static class ExhibitionGuard implements DocumentGuard {

        @Override
        public String kind() {
            return StopService.DOCUMENTS;
        }

        @Override
        public boolean mayRead(DocumentOwner owner, DocumentId document) {
            return CurrentActor.get().may(ExhibitionPermissions.READ);
        }
    }
}

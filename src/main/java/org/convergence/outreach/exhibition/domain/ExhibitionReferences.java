package org.convergence.outreach.exhibition.domain;

import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.outreach.exhibition.ExhibitionPermissions;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.shell.PublicWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References from exhibitions to people and organisations, names in texts, and who may open photographs. */
@Configuration(proxyBeanMethods = false)
class ExhibitionReferences {

    @Bean
    static IdentityReferences referencesFromExhibition(ReferenceDeclarations declare) {
        return declare.table(ExhibitionService.TABLE)
                .person("responsible", ErasureRule.CLEAR)
                .about("r.responsible = :person")
                .texts(Map.of("title", 200))
                .table(ExhibitionService.BOOKINGS)
                .organisation("host")
                .texts(Map.of("place", 200, "city", 100, "contact", 200, "space_note", 1_000))
                .texts(Map.of("security_note", 1_000, "settlement", 1_000, "reason", 500))
                .textsOf("outreach.exhibition_report", Map.of("made_by", 200))
                .textsOf("outreach.exhibition_damage", Map.of("damage", 500))
                .textsOf(PictureService.TABLE, Map.of("credit", 200, "consent", 300))
                .textsOf(PictureService.TEXTS, Map.of("title", 200, "alternative", 4_000, "caption", 2_000));
    }

    @Bean
    static Holding keptExhibitions(JdbcClient db) {
        return new ColumnHolding(db, "exhibition.holding", 41, ExhibitionService.TABLE + ".responsible", "true", """
                SELECT id, title AS what, NULL AS detail, '/outreach/exhibition/' || id AS url, CAST(NULL AS date) AS due
                FROM outreach.exhibition WHERE responsible = ? ORDER BY title, id
                """);
    }

    /** Lets readers of exhibitions open the photographs of reports and those shown online. */
    @Bean
    static DocumentGuard exhibitionGuard() {
        return DocumentGuard.of(StopService.DOCUMENTS, ExhibitionPermissions.READ);
    }

    /** Exhibitions online, and each photograph with its words. */
    @Bean
    static PublicWords exhibitionWords() {
        return new PublicWords("""
                SELECT e.id, '/outreach/exhibition/' || e.id, e.title
                FROM outreach.exhibition e WHERE e.online_since IS NOT NULL
                UNION ALL
                SELECT p.id, '/outreach/exhibition/' || p.exhibition || '/pictures/' || p.id,
                       concat_ws(E'\\n', p.credit, (SELECT string_agg(concat_ws(E'\\n', t.title, t.alternative, t.caption), E'\\n')
                                                   FROM outreach.exhibition_picture_text t WHERE t.picture = p.id))
                FROM outreach.exhibition_picture p JOIN outreach.exhibition e ON e.id = p.exhibition WHERE e.online_since IS NOT NULL
                """);
    }
}

package org.convergence.outreach.relay.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.segment.SegmentAudience;
import org.convergence.outreach.relay.RelayPermissions;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.shell.PublicWords;
import org.convergence.resources.prospect.ProspectMaterialSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** References from relays to organisations and contacts, names in texts, and who may open files. */
@Configuration(proxyBeanMethods = false)
class RelayReferences {

    @Bean
    static IdentityReferences referencesFromRelay(ReferenceDeclarations declare) {
        return declare.table("outreach.relay")
                .organisation("organisation")
                .onePer("kit")
                .person("person", ErasureRule.CLEAR)
                .about("r.person = :person")
                .texts(Map.of("channel", 200))
                .table("outreach.relay_feed")
                .organisation("organisation")
                .onlyOne()
                .table("outreach.relay_sighting")
                .organisation("organisation")
                .onePer("kit", "url")
                .texts(Map.of("title", 300))
                .table(RelayKitRepository.TABLE)
                .person("taken_back_by", ErasureRule.CLEAR)
                .texts(Map.of("title", 200, "body", 10_000, "alternative", 500, "licence", 300, "short_text", 600))
                .textsOf(
                        RelayKitRepository.TEXTS,
                        Map.of("title", 200, "body", 10_000, "alternative", 500, "short_text", 600));
    }

    @Bean
    static Holding bulletinsToTell(JdbcClient db) {
        String open = "told_on IS NULL AND EXISTS (SELECT FROM outreach.relay r WHERE r.kit = relay_kit.id AND "
                + RelayRecallService.RECEIVED + ")";
        return new ColumnHolding(
                db, "relay.holding", 57, RelayKitRepository.TABLE + ".taken_back_by", open, """
                SELECT id, title AS what, NULL AS detail, '/outreach/relay/' || id AS url, taken_back_on AS due
                FROM outreach.relay_kit WHERE taken_back_by = ? AND %s ORDER BY taken_back_on, id
                """.formatted(open));
    }

    /** Lets readers of relays open pictures and kept copies. */
    @Bean
    static DocumentGuard relayGuard() {
        return DocumentGuard.of(RelayService.DOCUMENTS, RelayPermissions.READ);
    }

    /** Followers of prospects bring kits, with the address of their text. */
    @Bean
    static ProspectMaterialSource kitsForProspects(RelayKitRepository kits) {
        return (actor, t) -> actor.may(RelayPermissions.READ)
                ? kits.findLatest(50).stream()
                        .map(kit -> kit.url() == null ? kit.title() : kit.title() + " " + kit.url())
                        .toList()
                : List.of();
    }

    /** Deletes links that no longer open anything (R-L25-23), and frees the week of organisations that got no letter. */
    @Bean
    static RecurringWork relayLinkCleanup(
            RelayRepository repository, SegmentAudience audience, TransactionOperations transactions) {
        return RecurringWork.of(
                "relay-sweep",
                "0 40 4 * * *",
                () -> transactions.executeWithoutResult(status -> {
                    repository.deleteExpiredLinks();
                    repository
                            .findWithheld(null)
                            .forEach((kit, organisations) -> audience.forgetLetters(kit.value(), organisations));
                }));
    }

    /** Kits, which organisations see by their links. */
    @Bean
    static PublicWords kitWords() {
        return new PublicWords("""
                SELECT k.id, '/outreach/relay/' || k.id,
                       concat_ws(E'\\n', k.title, k.body, k.short_text, k.url, k.alternative, k.licence,
                                 (SELECT string_agg(concat_ws(E'\\n', t.title, t.body, t.short_text, t.alternative), E'\\n')
                                    FROM outreach.relay_text t WHERE t.kit = k.id))
                FROM outreach.relay_kit k WHERE EXISTS (SELECT FROM outreach.relay r WHERE r.kit = k.id)
                """);
    }
}

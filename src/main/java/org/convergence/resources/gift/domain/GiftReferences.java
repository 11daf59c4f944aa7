package org.convergence.resources.gift.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.TextStandIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * References from gifts. Amounts stay when a donor is erased, since books and funds agree with them; what
 * was only written to the person goes.
 */
@Configuration(proxyBeanMethods = false)
class GiftReferences {

    private static final String COMMITMENT = "resources.gift_commitment";
    private static final String ACCOUNT = "resources.gift_account";
    private static final List<String> ID = List.of("id");

    @Bean
    static IdentityReference donorOrganisations(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, Gift.TABLE, "organisation", ID);
    }

    @Bean
    static IdentityReference donorPeople(JdbcClient db) {
        return ReferencingColumn.toPerson(db, Gift.TABLE, "person", ID, ErasureRule.KEEP);
    }

    @Bean
    static IdentityReference committedOrganisations(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, COMMITMENT, "organisation", ID);
    }

    @Bean
    static IdentityReference committedPeople(JdbcClient db) {
        return ReferencingColumn.toPerson(db, COMMITMENT, "person", ID, ErasureRule.KEEP);
    }

    @Bean
    static IdentityReference giftAccountOrganisations(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, ACCOUNT, "organisation", ID);
    }

    @Bean
    static IdentityReference giftAccountPeople(JdbcClient db) {
        return ReferencingColumn.toPerson(db, ACCOUNT, "person", ID, ErasureRule.DELETE);
    }

    @Bean
    static IdentityReference namesInGifts(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                Gift.TABLE,
                ":person = r.person",
                Map.of("reference", 100, "description", 300, "remark", 500, "reversal_reason", 300));
    }
}

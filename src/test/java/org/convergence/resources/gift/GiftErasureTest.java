package org.convergence.resources.gift;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Objects;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.gift.domain.Gift;
import org.convergence.resources.gift.domain.Gift.GiftFacts;
import org.convergence.resources.gift.domain.Gift.GiftId;
import org.convergence.resources.gift.domain.Gift.GiftMethod;
import org.convergence.resources.gift.domain.GiftQueries;
import org.convergence.resources.gift.domain.GiftService;
import org.convergence.resources.gift.domain.GiftService.GiftOrigin;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An erased donor leaves the gift and its amount. */
@ModuleTest
class GiftErasureTest {

    @Autowired
    private GiftService gifts;

    @Autowired
    private GiftQueries queries;

    @Autowired
    private PersonService persons;

    @Autowired
    private AllIdentityReferences references;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void anOrganisation() {
        visitors.ensureOrganisation();
    }

    @Test
    void anErasedDonorIsNamedNowhereAndTheAmountStays() throws Exception {
        Gift gift = CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            PersonId olga = persons.create(PersonFacts.named("Olga", "Tournefeuille"));
            GiftId id = gifts.record(
                    new GiftFacts(
                            olga,
                            settings.today(),
                            Money.of(CurrencyUnit.CAD, new BigDecimal("33.00")),
                            GiftMethod.CHEQUE,
                            "417",
                            "",
                            "Olga Tournefeuille a téléphoné",
                            null),
                    GiftOrigin.ONCE);
            transaction.executeWithoutResult(status -> references.forEach(each -> {
                each.rename(olga, IdentityReference.WITHOUT);
                each.erase(olga);
            }));
            return queries.findById(id);
        });
        assertThat(gift.remark()).doesNotContain("Olga", "Tournefeuille");
        assertThat(gift.homeAmount()).isEqualByComparingTo("33.00");
        assertThat(db.sql("SELECT payer FROM resources.ledger_payment WHERE id = ?")
                        .param(Objects.requireNonNull(gift.payment()).value())
                        .query(String.class)
                        .single())
                .isEqualTo("Don n°\u00a0" + gift.number());
    }
}

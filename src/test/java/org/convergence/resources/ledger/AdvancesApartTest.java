package org.convergence.resources.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.resources.ledger.LedgerCase.CAD;
import static org.convergence.resources.ledger.LedgerCase.DAY;
import static org.convergence.resources.ledger.LedgerCase.cad;
import static org.convergence.resources.ledger.LedgerCase.cheque;
import static org.convergence.resources.ledger.LedgerCase.invoice;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.People;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.OrganisationReading;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonReading;
import org.convergence.directory.people.domain.PersonRegister;
import org.convergence.directory.people.domain.merging.Replacement;
import org.convergence.directory.people.domain.merging.Replacement.Read;
import org.convergence.directory.people.domain.merging.TakingApart;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.ledger.domain.Advances;
import org.convergence.resources.ledger.domain.InvoiceFile;
import org.convergence.resources.ledger.domain.Invoicing;
import org.convergence.resources.ledger.domain.Receiving;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An advance that settled another payer's invoice during a merge pays only once after the merge is undone. */
@ModuleTest
class AdvancesApartTest {

    @Autowired
    private Visitors visitors;

    @Autowired
    private People people;

    @Autowired
    private PersonRegister persons;

    @Autowired
    private OrganisationReading organisationReading;

    @Autowired
    private PersonReading personReading;

    @Autowired
    private Replacement replacement;

    @Autowired
    private TakingApart takingApart;

    @Autowired
    private Invoicing invoicing;

    @Autowired
    private InvoiceFile file;

    @Autowired
    private Receiving receiving;

    @Autowired
    private Advances advances;

    @Autowired
    private OrganisationSettings settings;

    @BeforeEach
    void anOrganisation() {
        visitors.anOrganisation();
    }

    @Test
    void whatItSettledOfAnOrganisationIsOwedAgain() {
        OrganisationId gone = as(() -> people.organisationNamed("Section " + UUID.randomUUID()));
        OrganisationId kept = as(() -> people.organisationNamed("Syndicat " + UUID.randomUUID()));
        InvoiceId owed = settledByTheAdvanceOf(
                gone,
                kept,
                () -> replacement.replaceOrganisation(
                        new Read(gone.value(), organisationReading.find(gone).version()),
                        new Read(kept.value(), organisationReading.find(kept).version()),
                        Map.of()));
        apart(gone.value());
        paysOnce(owed, gone, kept);
    }

    @Test
    void whatItSettledOfAPersonIsOwedAgain() {
        PersonId gone = as(() -> persons.add(PersonFacts.named("Ana", "Roy")));
        PersonId kept = as(() -> persons.add(PersonFacts.named("Anna", "Roy")));
        InvoiceId owed = settledByTheAdvanceOf(
                gone,
                kept,
                () -> replacement.replacePerson(
                        new Read(gone.value(), personReading.find(gone).version()),
                        new Read(kept.value(), personReading.find(kept).version()),
                        Map.of()));
        apart(gone.value());
        paysOnce(owed, gone, kept);
    }

    private InvoiceId settledByTheAdvanceOf(Party gone, Party kept, Runnable madeOne) {
        as(() -> receiving.receive(cheque(gone, "100"), List.of()));
        as(() -> receiving.receive(cheque(kept, "30"), List.of()));
        run(madeOne);
        InvoiceId owed = as(() -> invoicing.issue(invoice(kept, "120", DAY.plusDays(30), null)));
        as(() -> advances.use(kept, settings.today(), cad("120"), owed));
        assertThat(balance(owed)).isEqualTo(cad("0"));
        return owed;
    }

    private void paysOnce(InvoiceId owed, Party gone, Party kept) {
        assertThat(as(() -> advances.of(gone, CAD))).isEqualTo(cad("100"));
        assertThat(as(() -> advances.of(kept, CAD))).isEqualTo(cad("0"));
        assertThat(balance(owed)).as("30 of 120 were its own").isEqualTo(cad("90"));
    }

    private Money balance(InvoiceId id) {
        return as(() -> file.one(id).balance());
    }

    private void apart(UUID gone) {
        as(() -> takingApart.takeApart(gone));
    }

    private <T> T as(Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::get);
    }

    private void run(Runnable work) {
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), work);
    }
}

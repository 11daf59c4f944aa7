package org.convergence.resources.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.resources.ledger.LedgerFixture.CAD;
import static org.convergence.resources.ledger.LedgerFixture.DAY;
import static org.convergence.resources.ledger.LedgerFixture.cad;
import static org.convergence.resources.ledger.LedgerFixture.cheque;
import static org.convergence.resources.ledger.LedgerFixture.invoice;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.OrganisationQueries;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonQueries;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.directory.people.domain.merging.MergeService;
import org.convergence.directory.people.domain.merging.MergeService.RecordVersion;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.ledger.domain.AdvanceService;
import org.convergence.resources.ledger.domain.InvoiceDetailsQueries;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.convergence.resources.ledger.domain.PaymentService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An advance that settled another payer's invoice during a merge pays only once after the merge is undone. */
@ModuleTest
class AdvanceUnmergeTest {

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private PersonService persons;

    @Autowired
    private OrganisationQueries organisationReading;

    @Autowired
    private PersonQueries personReading;

    @Autowired
    private MergeService replacement;

    @Autowired
    private MergeService takingApart;

    @Autowired
    private InvoiceService invoicing;

    @Autowired
    private InvoiceDetailsQueries file;

    @Autowired
    private PaymentService receiving;

    @Autowired
    private AdvanceService advances;

    @Autowired
    private OrganisationSettings settings;

    @BeforeEach
    void ensureOrganisation() {
        visitors.ensureOrganisation();
    }

    @Test
    void reopensOrganisationsInvoiceAfterUnmerge() {
        OrganisationId gone = as(() -> people.findOrCreateOrganisation("Section " + UUID.randomUUID()));
        OrganisationId kept = as(() -> people.findOrCreateOrganisation("Syndicat " + UUID.randomUUID()));
        InvoiceId owed = settledByTheAdvanceOf(
                gone,
                kept,
                () -> replacement.mergeOrganisations(
                        new RecordVersion(
                                gone.value(), organisationReading.findById(gone).version()),
                        new RecordVersion(
                                kept.value(), organisationReading.findById(kept).version()),
                        Map.of()));
        apart(gone.value());
        paysOnce(owed, gone, kept);
    }

    @Test
    void reopensPersonsInvoiceAfterUnmerge() {
        PersonId gone = as(() -> persons.create(PersonFacts.named("Ana", "Roy")));
        PersonId kept = as(() -> persons.create(PersonFacts.named("Anna", "Roy")));
        InvoiceId owed = settledByTheAdvanceOf(
                gone,
                kept,
                () -> replacement.mergePeople(
                        new RecordVersion(
                                gone.value(), personReading.findById(gone).version()),
                        new RecordVersion(
                                kept.value(), personReading.findById(kept).version()),
                        Map.of()));
        apart(gone.value());
        paysOnce(owed, gone, kept);
    }

    private InvoiceId settledByTheAdvanceOf(Party gone, Party kept, Runnable madeOne) {
        as(() -> receiving.receive(cheque(gone, "100"), List.of()));
        as(() -> receiving.receive(cheque(kept, "30"), List.of()));
        run(madeOne);
        InvoiceId owed = as(() -> invoicing.issue(invoice(kept, "120", DAY.plusDays(30), null)));
        as(() -> advances.settle(kept, settings.today(), cad("120"), owed));
        assertThat(balance(owed)).isEqualTo(cad("0"));
        return owed;
    }

    private void paysOnce(InvoiceId owed, Party gone, Party kept) {
        assertThat(as(() -> advances.findBalance(gone, CAD))).isEqualTo(cad("100"));
        assertThat(as(() -> advances.findBalance(kept, CAD))).isEqualTo(cad("0"));
        assertThat(balance(owed)).as("30 of 120 were its own advance").isEqualTo(cad("90"));
    }

    private Money balance(InvoiceId id) {
        return as(() -> file.findById(id).balance());
    }

    private void apart(UUID gone) {
        as(() -> takingApart.undoMerge(gone));
    }

    private <T> T as(Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::get);
    }

    private void run(Runnable work) {
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), work);
    }
}

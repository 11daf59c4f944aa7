package org.convergence.resources.gift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentLedgerService;
import org.convergence.directory.consent.domain.ConsentMethod;
import org.convergence.directory.consent.domain.ConsentRecord;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationIdentity;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.SettingsService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The general link to give: on public pages, and on the acknowledgement of donors who agreed to be asked (R-L25-9). */
@ModuleTest
class GivingLinkTest {

    private static final String LINK = "https://dons.example/sep";

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private PersonService persons;

    @Autowired
    private ConsentLedgerService consents;

    @Autowired
    private SettingsService editing;

    @Autowired
    private OrganisationSettings settings;

    @AfterEach
    void withoutLink() {
        setLink("");
    }

    @Test
    void standsOnPublicPagesAndAsksOnlyDonorsWhoConsented() throws Exception {
        visitors.ensureOrganisation();
        var partner = CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR), () -> people.findOrCreateOrganisation("Asosyasyon Lyen"));
        var launched = pages.as(Role.COORDINATOR)
                .post(
                        "/resources/appeal/new",
                        "kind=RELAYED",
                        "partner=" + partner.value(),
                        "purpose=Un toit",
                        "frenchTitle=Un toit à relever",
                        "frenchText=Il faut des tôles.",
                        "opens=" + settings.today(),
                        "link=https://autre.example/don");
        assertThat(launched).hasStatus(303);
        String page = "/public/appeal/un-toit-a-relever-" + settings.today().getYear();
        assertThat(pages.asStranger().open(page).select("a[href='" + LINK + "']"))
                .isEmpty();
        setLink(LINK);
        assertThat(pages.asStranger().open(page).select("footer a[href='" + LINK + "']"))
                .hasSize(1);

        PersonId asked = person("Irma");
        CurrentActor.runAs(
                visitors.actor(Role.COORDINATOR),
                () -> consents.record(new ConsentRecord(
                        asked,
                        ConsentChannel.MAIL,
                        Purpose.APPEALS,
                        Basis.EXPRESS,
                        LocalDate.of(2026, 1, 5),
                        null,
                        ConsentMethod.PAPER,
                        "Oui",
                        "1",
                        null,
                        null,
                        null)));
        assertThat(acknowledgement(asked)).contains("Pour donner de nouveau : " + LINK);
        assertThat(acknowledgement(person("Jeanne")))
                .as("an acknowledgement asks nobody else for a gift")
                .contains("Jeanne Duval")
                .doesNotContain("Pour donner", LINK);
    }

    private PersonId person(String given) {
        return CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR),
                () -> persons.create(new PersonFacts(given, "Duval", null, null, List.of("fr"), List.of(), null)));
    }

    private String acknowledgement(PersonId donor) throws Exception {
        var recorded = pages.as(Role.ACCOUNTANT)
                .post(
                        "/resources/gift/new",
                        "person=" + donor.value(),
                        "method=CASH",
                        "amount=20",
                        "currency=CAD",
                        "received=" + settings.today());
        assertThat(recorded).hasStatus(303);
        String url = Objects.requireNonNull(recorded.getResponse().getRedirectedUrl());
        byte[] paper = pages.as(Role.ACCOUNTANT)
                .get(url + "/acknowledgement.pdf")
                .getResponse()
                .getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(paper)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s+", " ");
        }
    }

    private void setLink(String link) {
        CurrentActor.runAs(visitors.actor(Role.ADMINISTRATOR), () -> {
            var now = editing.findCurrent();
            OrganisationIdentity is = now.settings().identity();
            editing.update(
                    now.version(),
                    now.settings()
                            .with(new OrganisationIdentity(
                                    is.legalName(),
                                    is.registration(),
                                    is.address(),
                                    is.phone(),
                                    is.mail(),
                                    is.site(),
                                    is.chequesTo(),
                                    is.bankDetails(),
                                    is.signatory(),
                                    is.signatoryTitle(),
                                    is.logo(),
                                    link)),
                    new byte[0]);
        });
    }
}

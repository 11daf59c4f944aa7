package org.convergence.plan.realisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.domain.AffiliationService;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The participation of the parts of the network, each organisation counted once however many paths lead there. */
@ModuleTest
class CoveragePagesTest {

    private static final String PAGE = "/plan/realisation/coverage?from=2024-01-01&to=2024-12-31";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private OrganisationService organisations;

    @Autowired
    private AffiliationService network;

    @Autowired
    private JdbcClient db;

    @Test
    void anOrganisationOfSeveralIsCountedOnceUnderItsCentral() throws Exception {
        visitors.ensureOrganisation();
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            OrganisationId central = add("Centrale du Nord", OrganisationKind.UNION_CENTRAL, null);
            OrganisationId federation = add("Fédération du Nord", OrganisationKind.FEDERATION, "QC-06");
            OrganisationId council = add("Conseil du Nord", OrganisationKind.REGIONAL_COUNCIL, "QC-06");
            OrganisationId union = add("Syndicat du Nord", OrganisationKind.LOCAL_UNION, "QC-06");
            belongs(federation, central);
            belongs(council, central);
            belongs(union, federation);
            belongs(union, council);
            OrganisationId silent = add("Centrale du Sud", OrganisationKind.UNION_CENTRAL, "QC-05");
            took("2024-05-14", union);
            took("2024-05-14", union);
            took("2022-03-01", silent);
            return true;
        });
        String page = String.join(
                "\n",
                open().select("main .rows small, main .rows .state, main .rows a")
                        .eachText());
        assertThat(page)
                .contains("Centrale du Nord\n1 organisation sur 4\nRejoint\nla dernière fois le 14 mai 2024")
                .contains("Centrale du Sud\n0 organisation sur 1\nPas rejoint\nrien depuis le 1er mars 2022")
                .contains("Montréal\n1 organisation sur 3\nRejoint");
        assertThat(page.indexOf("Centrale du Nord")).isLessThan(page.indexOf("Centrale du Sud"));
        assertThat(mvc.get().uri(PAGE).with(visitors.as(Role.BOARD_MEMBER))).hasStatus(403);
        assertThat(mvc.get()
                        .uri("/plan/realisation/coverage?from=2024-02-01&to=2024-01-01")
                        .with(visitors.as(Role.STAFF)))
                .hasStatus(422);
    }

    private OrganisationId add(String name, OrganisationKind kind, @Nullable String place) {
        return organisations.create(new OrganisationFacts(name, null, List.of(), kind, place, null, List.of(), null));
    }

    private void belongs(OrganisationId member, OrganisationId parent) {
        network.affiliate(member, parent, AffiliationNature.AFFILIATED, new Period(null, null));
    }

    private void took(String day, OrganisationId organisation) {
        UUID id = UUID.randomUUID();
        db.sql("""
                        INSERT INTO plan.realisation
                            (id, state, title, kind, starts_on, ends_on, recorded_at, recorded_by, narrative)
                        VALUES (?, 'DONE', 'Atelier', 'WORKSHOP', ?, ?, now(), ?, '')
                        """)
                .params(id, LocalDate.parse(day), LocalDate.parse(day), UUID.randomUUID())
                .update();
        db.sql("INSERT INTO plan.realisation_organisation (realisation, organisation) VALUES (?, ?)")
                .params(id, organisation.value())
                .update();
    }

    private Document open() {
        MvcTestResult answer = mvc.get().uri(PAGE).with(visitors.as(Role.STAFF)).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

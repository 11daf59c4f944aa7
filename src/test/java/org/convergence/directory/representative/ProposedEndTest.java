package org.convergence.directory.representative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.FunctionId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.domain.AppointmentService;
import org.convergence.identity.Role;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A representative proposes the end of a function whose beginning the team knows. */
@ModuleTest
class ProposedEndTest {

    private static final String QUEUE = "/directory/representative";
    private static final LocalDate BEGAN = LocalDate.of(2020, 1, 1);

    @Autowired
    private RepresentativeFixture represented;

    @Autowired
    private AppointmentService appointments;

    @Autowired
    private PublicFormGuard forms;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Clock clock;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    private OrganisationId maple = new OrganisationId(new UUID(0, 0));
    private FunctionId treasurer = new FunctionId(new UUID(0, 0));
    private String link = "";

    @BeforeEach
    void aTreasurerSince2020() {
        represented.clear();
        maple = represented.organisation("Syndicat de l’Érable");
        treasurer = represented.holds("Ana", "Morales", "Trésorière", maple);
        link = represented.link(maple);
        began(BEGAN);
    }

    @Test
    void refusesEndBeforeBeginningInVisitorsLanguage() {
        assertThat(send("?in=fr", "2016-12-31")).hasStatus(422).bodyText().contains("cette fonction a commencé");
        assertThat(send("?in=en", "2016-12-31"))
                .hasStatus(422)
                .bodyText()
                .contains("this function began", "2016-12-31");
        assertThat(send("?in=es", "2016-12-31")).hasStatus(422).bodyText().contains("comenzó esta función");
        assertThat(queue().select("main form")).isEmpty();
        assertThat(send("", BEGAN.toString())).hasStatus(303);
        assertThat(queue().select("main form[action$=accept]")).hasSize(1);
    }

    @Test
    void warnsTeamOfEndBeforeLaterKnownBeginning() {
        began(null);
        assertThat(send("", "2016-12-31")).hasStatus(303);
        began(BEGAN);
        assertThat(decide("accept")).hasStatus(303);
        Document told = queue();
        assertThat(told.select("main form[action$=accept]"))
                .as("it is still pending")
                .hasSize(1);
        assertThat(period()).isEqualTo(new Period(BEGAN, null));
        assertThat(decide("refuse")).hasStatus(303);
        assertThat(queue().select("main form")).isEmpty();
    }

    @Test
    void tellsTheOrganisationWhatItRelayed() {
        var staff = pages.as(Role.STAFF);
        String kit = String.valueOf(
                staff.post("/outreach/relay/new", "title=Salaire viable", "body=Un chandail.", "licence=Libre")
                        .getResponse()
                        .getRedirectedUrl());
        assertThat(staff.post(kit + "/answer", "organisation=" + maple.value(), "answer=DECLARED", "on=2026-01-15"))
                .hasStatus(303);
        String page = Pages.parse(pages.asStranger().get(link + "?in=fr")).text();
        db.sql("DELETE FROM outreach.relay").update();
        db.sql("DELETE FROM outreach.relay_kit").update();
        assertThat(page).contains("Ce que vous avez relayé Salaire viable", "15 janvier 2026");
    }

    @Test
    void takesBackWhatWasAcceptedUnlessItChanged() {
        assertThat(send("", "2030-12-31")).hasStatus(303);
        MvcTestResult accepted = decide("accept");
        assertThat(Pages.notice(accepted)).contains("Syndicat de l’Érable");
        String undo = Pages.notice(accepted)
                .replaceAll("(?s).*(/directory/representative/[0-9a-f-]+/take-back/[0-9a-f-]+).*", "$1");
        assertThat(period().until()).isEqualTo(LocalDate.of(2030, 12, 31));
        assertThat(mvc.post().uri(undo).with(csrf()).with(visitors.as(Role.STAFF)))
                .hasStatus(303);
        assertThat(period()).isEqualTo(new Period(BEGAN, null));
        assertThat(queue().select("main form[action$=accept]"))
                .as("it waits again")
                .hasSize(1);
        assertThat(mvc.post().uri(undo).with(csrf()).with(visitors.as(Role.STAFF)))
                .as("already taken back")
                .hasStatus(303);
        assertThat(period().until()).isNull();
    }

    @Test
    void acceptsWhatStandsAsShownAndLeavesTheRest() {
        FunctionId secretary =
                represented.holds("Léa", "Roy", "Secrétaire", represented.organisation("Syndicat de l’Érable"));
        began(null);
        send("", "2030-12-31");
        mvc.post()
                .uri(link)
                .param(
                        FormShield.OPENED,
                        forms.shield("representative", clock.instant().minus(Duration.ofMinutes(1)))
                                .opened())
                .param("people.function/" + secretary.value() + "/until", "2030-06-30")
                .exchange();
        var shown = queue().select("main form[action$=representative/accept] [name=shown]")
                .eachAttr("value");
        assertThat(shown).hasSize(2);
        represented.as(() -> {
            AppointmentService.AppointmentDetails held = appointments.findById(secretary);
            appointments.update(secretary, held.version(), held.title(), new Period(null, LocalDate.of(2029, 1, 1)));
            return true;
        });
        assertThat(mvc.post()
                        .uri(QUEUE + "/accept")
                        .param("shown", shown.get(0), shown.get(1), "nothing")
                        .with(csrf())
                        .with(visitors.as(Role.STAFF)))
                .hasStatus(303);
        assertThat(period().until()).isEqualTo(LocalDate.of(2030, 12, 31));
        assertThat(represented.as(
                        () -> appointments.findById(secretary).period().until()))
                .as("changed after it was shown")
                .isEqualTo(LocalDate.of(2029, 1, 1));
        assertThat(queue().select("main form[action$=accept]")).hasSize(1);
    }

    @Test
    void showsDaysInTheTeamsFormat() {
        send("", "2030-12-31");
        assertThat(queue().select("main td").text())
                .contains("31 décembre 2030")
                .doesNotContain("2030-12-31");
        assertThat(decide("accept")).hasStatus(303);
        send("", "2031-01-01");
        assertThat(queue().select("main td").text()).contains("31 décembre 2030", "1er janvier 2031");
        assertThat(decide("accept")).as("compares the values seen as stored").hasStatus(303);
        assertThat(period()).isEqualTo(new Period(BEGAN, LocalDate.of(2031, 1, 1)));
    }

    private void began(@Nullable LocalDate since) {
        represented.as(() -> {
            AppointmentService.AppointmentDetails held = appointments.findById(treasurer);
            appointments.update(treasurer, held.version(), held.title(), new Period(since, null));
            return true;
        });
    }

    private Period period() {
        return represented.as(() -> appointments.findById(treasurer).period());
    }

    private MvcTestResult send(String language, String until) {
        return mvc.post()
                .uri(link + language)
                .param(
                        FormShield.OPENED,
                        forms.shield("representative", clock.instant().minus(Duration.ofMinutes(1)))
                                .opened())
                .param("people.function/" + treasurer.value() + "/until", until)
                .exchange();
    }

    private MvcTestResult decide(String what) {
        var form = Objects.requireNonNull(
                queue().select("main form[action$=" + what + "]").first());
        return mvc.post()
                .uri(form.attr("action"))
                .param("seen", form.select("[name=seen]").val())
                .with(csrf())
                .with(visitors.as(Role.STAFF))
                .exchange();
    }

    private Document queue() {
        MvcTestResult answer =
                mvc.get().uri(QUEUE).with(visitors.as(Role.STAFF)).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

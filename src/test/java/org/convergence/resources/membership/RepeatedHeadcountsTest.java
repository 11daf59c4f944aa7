package org.convergence.resources.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Notice;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.HeadcountService;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Several headcounts of one organisation: no accidental duplicates, and the ones that count are marked. */
@ModuleTest
class RepeatedHeadcountsTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private HeadcountService headcounts;

    @Autowired
    private ConcurrentActions atOnce;

    private LocalDate day = LocalDate.EPOCH;
    private OrganisationId maple = new OrganisationId(new UUID(0, 0));

    @BeforeEach
    void anOrganisation() {
        visitors.ensureOrganisation();
        day = settings.today().minusMonths(2);
        maple = CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR),
                () -> people.findOrCreateOrganisation("Syndicat de l’Érable " + UUID.randomUUID()));
    }

    @Test
    void ignoresARepeatedHeadcountWithANotice() {
        assertThat(notice(say(418, day, "DECLARED", "La trésorerie"))).isEqualTo("membership.headcount.said");
        assertThat(notice(say(418, day, "DECLARED", "La trésorerie"))).isEqualTo("membership.headcount.stands");
        assertThat(rows()).hasSize(1);
        say(418, day, "DECLARED", "Le rapport annuel");
        say(418, day, "ESTIMATED", "La trésorerie");
        say(418, day.minusDays(1), "DECLARED", "La trésorerie");
        assertThat(rows()).hasSize(4);
    }

    @Test
    void recordsConcurrentDuplicatesOnce() {
        var facts = new HeadcountFacts(maple, day, 418, HeadcountStatus.DECLARED, "La trésorerie", null);
        assertThat(atOnce.runBeforeCommit(
                                visitors.actor(Role.STAFF),
                                () -> headcounts.declareOnce(facts),
                                () -> headcounts.declareOnce(facts))
                        .went())
                .isTrue();
        assertThat(rows()).hasSize(1);
    }

    @Test
    void recordsAnEarlierNumberAgainAfterAnotherOne() {
        say(418, day, "DECLARED", "");
        say(420, day, "DECLARED", "");
        assertThat(counting()).containsExactly("420 personnes · compte");
        assertThat(notice(say(418, day, "DECLARED", ""))).isEqualTo("membership.headcount.said");
        assertThat(counting()).containsExactly("418 personnes · compte");
    }

    @Test
    void marksTheHeadcountsThatCount() {
        say(500, day, "ESTIMATED", "");
        say(460, day, "CONFIRMED", "");
        say(470, day, "DECLARED", "");
        assertThat(counting()).containsExactly("460 personnes · compte");
        say(480, day.plusDays(1), "DECLARED", "");
        assertThat(counting()).containsExactly("480 personnes · compte", "460 personnes · compte pour ce jour-là");
    }

    private MvcTestResult say(int number, LocalDate on, String status, String by) {
        MvcTestResult answer = mvc.post()
                .uri("/resources/membership/headcounts/of/" + maple.value())
                .param("number", Integer.toString(number))
                .param("countedOn", on.toString())
                .param("status", status)
                .param("saidBy", by)
                .with(csrf())
                .with(visitors.as(Role.STAFF))
                .exchange();
        assertThat(answer).hasStatus(303);
        return answer;
    }

    private static String notice(MvcTestResult answer) {
        return Arrays.stream(answer.getResponse().getCookies())
                .flatMap(cookie -> Notice.fromCookie(String.valueOf(cookie.getValue())).stream())
                .map(Notice::key)
                .findFirst()
                .orElseThrow();
    }

    private List<String> counting() {
        return rows().stream().filter(row -> row.contains("compte")).toList();
    }

    private List<String> rows() {
        MvcTestResult page = mvc.get()
                .uri("/directory/people/organisations/" + maple.value())
                .with(visitors.as(Role.STAFF))
                .exchange();
        assertThat(page).hasStatusOk();
        try {
            return Jsoup.parse(page.getResponse().getContentAsString())
                    .select("main li:has(form[action^=/resources/membership/headcounts/]) .what")
                    .stream()
                    .map(what -> {
                        what.select("small").remove();
                        return what.text();
                    })
                    .toList();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

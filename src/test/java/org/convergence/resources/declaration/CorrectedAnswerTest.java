package org.convergence.resources.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.declaration.domain.AnswerByLink;
import org.convergence.resources.declaration.domain.AnswerState;
import org.convergence.resources.declaration.domain.RoundDays;
import org.convergence.resources.declaration.domain.RoundKeeping;
import org.convergence.resources.declaration.domain.RoundReading;
import org.convergence.resources.declaration.domain.Said;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.domain.Admission;
import org.convergence.resources.membership.domain.Ending;
import org.convergence.resources.membership.domain.Headcount;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.Headcounts;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An organisation corrects by its link a number that is already confirmed (R-DECL-2). */
@ModuleTest
@Import(AskedMembers.class)
class CorrectedAnswerTest {

    @Autowired
    private Admission admission;

    @Autowired
    private JdbcClient db;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private AskedMembers members;

    @Autowired
    private RoundKeeping rounds;

    @Autowired
    private RoundReading reading;

    @Autowired
    private AnswerByLink answers;

    @Autowired
    private Headcounts headcounts;

    @Autowired
    private Visitors visitors;

    @Autowired
    private OrganisationSettings settings;

    private LocalDate counted = LocalDate.EPOCH;
    private OrganisationId maple = new OrganisationId(new UUID(0, 0));

    @BeforeEach
    void oneIsAsked() {
        members.nobody();
        LocalDate today = settings.today();
        counted = today.minusDays(20);
        maple = members.member("Syndicat de l’Érable", "erable@exemple.org", "fr");
        members.as(
                Role.COORDINATOR,
                () -> rounds.approve(
                        rounds.prepare(new RoundDays(counted, today, today.plusDays(14), today.plusDays(28)))));
    }

    @Test
    void whoLeftSinceItWasAskedIsNotReminded() {
        db.sql("UPDATE resources.declaration_question SET asked_at = asked_at - interval '5 days'")
                .update();
        members.lettersLeft(5);
        members.as(Role.COORDINATOR, () -> {
            var it = admission.of(maple).get(0);
            admission.end(it.id(), it.version(), new Ending(settings.today().minusDays(2), "désaffiliation", null));
            return true;
        });
        int reminded = members.as(
                Role.COORDINATOR, () -> rounds.remind(rounds.all().get(0).typedId()));
        assertThat(reminded).isZero();
    }

    @Test
    void aCorrectionTakesTheConfirmationOfTheOldNumberBack() {
        answer(1_500);
        confirm(line().said());
        assertThat(line().state()).isEqualTo(AnswerState.CONFIRMED);
        answer(150);
        RoundReading.Line corrected = line();
        assertThat(corrected.state()).isEqualTo(AnswerState.CORRECTED);
        assertThat(counts()).isEqualTo(150);
        Document page = page();
        assertThat(first(page)).contains("à revoir 1", "150", "1 500 avait été confirmé");
        assertThat(page.select("form[action*=/confirm/]")).hasSize(1);
        confirm(corrected.said());
        assertThat(line().state()).isEqualTo(AnswerState.CONFIRMED);
        assertThat(counts()).isEqualTo(150);
    }

    @Test
    void whatWasEnteredAsConfirmedByItselfCountsUntilSomebodyLooks() {
        members.as(
                Role.COORDINATOR,
                () -> headcounts.declare(
                        new HeadcountFacts(maple, counted, 200, HeadcountStatus.CONFIRMED, null, null)));
        answer(150);
        assertThat(line().state()).isEqualTo(AnswerState.CORRECTED);
        assertThat(counts()).isEqualTo(200);
        Document page = page();
        assertThat(first(page)).contains("200", "a répondu 150 depuis");
        assertThat(mvc.post()
                        .uri(page.select("form[action*=/confirm/]").attr("action"))
                        .with(csrf())
                        .with(visitors.as(Role.STAFF)))
                .hasStatus(303);
        assertThat(line().state()).isEqualTo(AnswerState.CONFIRMED);
        assertThat(counts()).isEqualTo(150);
    }

    private void answer(int number) {
        answers.answer(members.link(maple).substring(AnswerByLink.PATH.length()), new Said(number, "Ana", null));
    }

    private RoundReading.Line line() {
        return members.as(
                Role.COORDINATOR, () -> reading.lines(rounds.all().get(0)).get(0));
    }

    private void confirm(@Nullable Headcount said) {
        members.as(
                Role.COORDINATOR,
                () -> headcounts.confirm(Objects.requireNonNull(said).id()));
    }

    private int counts() {
        return members.as(
                Role.COORDINATOR,
                () -> Objects.requireNonNull(
                                headcounts.on(counted, List.of(maple)).get(maple))
                        .headcount()
                        .facts()
                        .number());
    }

    private Document page() {
        UUID round = members.as(Role.COORDINATOR, () -> rounds.all().get(0).id());
        MvcTestResult page = mvc.get()
                .uri("/resources/declaration/" + round)
                .with(visitors.as(Role.STAFF))
                .exchange();
        assertThat(page).hasStatusOk();
        try {
            return Jsoup.parse(page.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String first(Document page) {
        return Objects.requireNonNull(page.selectFirst("main section")).text();
    }
}

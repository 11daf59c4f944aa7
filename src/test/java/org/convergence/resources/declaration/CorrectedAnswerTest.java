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
import org.convergence.resources.declaration.domain.AnswerState;
import org.convergence.resources.declaration.domain.LinkAnswerService;
import org.convergence.resources.declaration.domain.LinkAnswerService.HeadcountAnswer;
import org.convergence.resources.declaration.domain.Round.RoundDays;
import org.convergence.resources.declaration.domain.RoundQueries;
import org.convergence.resources.declaration.domain.RoundService;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.domain.AdmissionService;
import org.convergence.resources.membership.domain.Headcount;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.HeadcountService;
import org.convergence.resources.membership.domain.MembershipEnding;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An organisation corrects by its link a number that is already confirmed (R-DECL-2). */
@ModuleTest
class CorrectedAnswerTest {

    @Autowired
    private AdmissionService admission;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private DeclarationFixture members;

    @Autowired
    private RoundService rounds;

    @Autowired
    private RoundQueries reading;

    @Autowired
    private LinkAnswerService answers;

    @Autowired
    private HeadcountService headcounts;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private OrganisationSettings settings;

    private LocalDate counted = LocalDate.EPOCH;
    private OrganisationId maple = new OrganisationId(new UUID(0, 0));

    @BeforeEach
    void oneIsAsked() {
        members.clear();
        LocalDate today = settings.today();
        counted = today.minusDays(20);
        maple = members.addMember("Syndicat de l’Érable", "erable@exemple.org", "fr");
        members.callAs(
                Role.COORDINATOR,
                () -> rounds.approve(
                        rounds.prepare(new RoundDays(counted, today, today.plusDays(14), today.plusDays(28)))));
    }

    @Test
    void remindsNoFormerMember() {
        db.sql("UPDATE resources.declaration_question SET asked_at = asked_at - interval '5 days'")
                .update();
        members.markLettersSent(5);
        members.callAs(Role.COORDINATOR, () -> {
            var it = admission.findByMember(maple).get(0);
            admission.end(
                    it.id(), it.version(), new MembershipEnding(settings.today().minusDays(2), "désaffiliation", null));
            return true;
        });
        int reminded = members.callAs(
                Role.COORDINATOR, () -> rounds.remind(rounds.findAll().get(0).typedId()));
        assertThat(reminded).isZero();
    }

    @Test
    void aCorrectionWithdrawsTheConfirmation() {
        answer(1_500);
        confirm(line().said());
        assertThat(line().state()).isEqualTo(AnswerState.CONFIRMED);
        answer(150);
        RoundQueries.RoundMemberRow corrected = line();
        assertThat(corrected.state()).isEqualTo(AnswerState.CORRECTED);
        assertThat(effectiveHeadcount()).isEqualTo(150);
        Document page = page();
        assertThat(first(page)).contains("à revoir 1", "150", "1 500 avait été confirmé");
        assertThat(page.select("form[action*=/confirm/]")).hasSize(1);
        confirm(corrected.said());
        assertThat(line().state()).isEqualTo(AnswerState.CONFIRMED);
        assertThat(effectiveHeadcount()).isEqualTo(150);
    }

    @Test
    void anIndependentConfirmedNumberCountsUntilReviewed() {
        members.callAs(
                Role.COORDINATOR,
                () -> headcounts.declare(
                        new HeadcountFacts(maple, counted, 200, HeadcountStatus.CONFIRMED, null, null)));
        answer(150);
        assertThat(line().state()).isEqualTo(AnswerState.CORRECTED);
        assertThat(effectiveHeadcount()).isEqualTo(200);
        Document page = page();
        assertThat(first(page)).contains("200", "a répondu 150 depuis");
        assertThat(mvc.post()
                        .uri(page.select("form[action*=/confirm/]").attr("action"))
                        .with(csrf())
                        .with(visitors.as(Role.STAFF)))
                .hasStatus(303);
        assertThat(line().state()).isEqualTo(AnswerState.CONFIRMED);
        assertThat(effectiveHeadcount()).isEqualTo(150);
    }

    private void answer(int number) {
        answers.answer(
                members.findLink(maple).substring(LinkAnswerService.PATH.length()),
                new HeadcountAnswer(number, "Ana", null));
    }

    private RoundQueries.RoundMemberRow line() {
        return members.callAs(
                Role.COORDINATOR,
                () -> reading.findMembers(rounds.findAll().get(0)).get(0));
    }

    private void confirm(@Nullable Headcount said) {
        members.callAs(
                Role.COORDINATOR,
                () -> headcounts.confirm(Objects.requireNonNull(said).id()));
    }

    private int effectiveHeadcount() {
        return members.callAs(
                Role.COORDINATOR,
                () -> Objects.requireNonNull(headcounts
                                .findEffective(counted, List.of(maple))
                                .get(maple))
                        .headcount()
                        .facts()
                        .number());
    }

    private Document page() {
        UUID round =
                members.callAs(Role.COORDINATOR, () -> rounds.findAll().get(0).id());
        return pages.as(Role.STAFF).open("/resources/declaration/" + round);
    }

    private static String first(Document page) {
        return Objects.requireNonNull(page.selectFirst("main section")).text();
    }
}

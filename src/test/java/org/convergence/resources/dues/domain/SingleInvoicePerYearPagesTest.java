package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.Role;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentPart;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.MembershipFacts;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The pages of a second call for one year: they show the members already invoiced, and propose the next year. */
class SingleInvoicePerYearPagesTest extends DuesYearFixture {

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Test
    void showsInvoicedMembersAndOffersNoIssue() throws Exception {
        LocalDate from = settings.current().fiscalYearOf(settings.today());
        issueAndSend(call(from));
        Document page = pages.as(Role.COORDINATOR)
                .open("/resources/dues/calls/"
                        + as(() -> calls.prepare(facts(from, reference.minusDays(1))))
                                .value());
        assertThat(page.select(".notice.warn").text())
                .contains(
                        "2 membres ont déjà leur facture pour cette période : rien ne leur est demandé une seconde fois.");
        assertThat(page.select("table").text()).contains("Laissé de côté : déjà facturé pour cette période");
        assertThat(page.select("a[href$=/issue]")).isEmpty();
    }

    @Test
    void sortsAndFiltersTheLinesOfACallByState() throws Exception {
        CallId call = call(settings.today().minusMonths(2));
        issueAndSend(call);
        String url = "/resources/dues/calls/" + call.value();
        var paid = Objects.requireNonNull(line(call, "Syndicat de la Baie").invoice());
        as(() -> receiving.receive(
                new PaymentFacts(big, null, PaymentMethod.CASH, settings.today(), null, paid.total(), null, null, null),
                List.of(PaymentPart.of(paid.id(), paid.total().getAmount()))));
        assertThat(names(pages.as(Role.COORDINATOR).open(url)))
                .containsExactly("Syndicat de la Baie", "Syndicat du Lac", "Syndicat muet");
        assertThat(names(pages.as(Role.COORDINATOR).open(url + "?sort=STATE")))
                .containsExactly("Syndicat du Lac", "Syndicat de la Baie", "Syndicat muet");
        assertThat(names(pages.as(Role.COORDINATOR).open(url + "?sort=AMOUNT&state=SETTLED")))
                .containsExactly("Syndicat de la Baie");
        assertThat(names(pages.as(Role.COORDINATOR).open(url + "?state=NOT_INVOICED")))
                .containsExactly("Syndicat muet");
        Document late = pages.as(Role.COORDINATOR).open(url + "?state=LATE");
        assertThat(names(late)).isEmpty();
        assertThat(late.select("#list").text()).contains("Aucun membre dans cet état");
        assertThat(pages.as(Role.COORDINATOR)
                        .open(url + "?sort=STATE")
                        .select("th[aria-sort=ascending]")
                        .text())
                .contains("État");
    }

    private static List<String> names(Document page) {
        return page.select("#list tbody th a").eachText().stream()
                .map(it -> it.replaceAll(" [0-9a-f]{8}-.*", ""))
                .toList();
    }

    @Test
    void tenRunsOfOneNameInTheApiMakeOneCall() {
        String name = "Appel " + UUID.randomUUID();
        String body = """
                {"kind": "APPEAL", "name": "%s", "reference": "%s", "due": "%s", "amount": 50, "dryRun": false}
                """.formatted(name, reference, settings.today().plusDays(40));
        String token = "Bearer " + visitors.createToken(Role.COORDINATOR);
        for (int i = 0; i < 10; i++) {
            assertThat(mvc.post()
                            .uri("/api/v1/dues/runs")
                            .header("Authorization", token)
                            .contentType("application/json")
                            .content(body))
                    .hasStatus(i == 0 ? 202 : 422)
                    .bodyText()
                    .contains(i == 0 ? "\"members\":3" : name);
        }
        assertThat(db.sql("SELECT count(*) FROM resources.dues_call WHERE name = ?")
                        .param(name)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void proposesYearAfterLastIssuedCall() throws Exception {
        LocalDate from = settings.current().fiscalYearOf(settings.today()).plusYears(20);
        CallId last = call(from);
        issueAndSend(last);
        CallId draft = call(from.plusYears(1));
        Document form = pages.as(Role.COORDINATOR).open("/resources/dues/calls/new");
        assertThat(form.select("[name=from]").val()).isEqualTo(from.plusYears(1).toString());
        assertThat(form.select("[name=reference]").val())
                .isEqualTo(reference.plusYears(1).toString());
        assertThat(form.select("[name=name]").val())
                .isEqualTo("Cotisation " + from.plusYears(1).getYear());
        as(() -> {
            calls.delete(draft);
            return true;
        });
        Document appeal = pages.as(Role.COORDINATOR).open("/resources/dues/calls/new?kind=APPEAL");
        assertThat(appeal.select("[name=reference]").val())
                .isEqualTo(settings.today().toString());
        assertThat(appeal.select("[name=from], [name=name]").eachAttr("value")).containsOnly("");
        db.sql("UPDATE resources.dues_call SET period_from = NULL, period_until = NULL WHERE id = ?")
                .param(last.value())
                .update();
    }

    @Test
    void proposesCallForNewcomers() throws Exception {
        LocalDate from = settings.today().minusMonths(3);
        CallId first = call(from);
        issueAndSend(first);
        assertThat(pages.as(Role.COORDINATOR)
                        .open("/resources/dues/calls/" + first.value())
                        .text())
                .doesNotContain("admis depuis");
        as(() -> {
            OrganisationId late = people.findOrCreateOrganisation("Syndicat nouveau " + UUID.randomUUID());
            admission.admit(new MembershipFacts(late, unions, settings.today().minusDays(2), null));
            headcounts.declare(new HeadcountFacts(late, settings.today(), 500, HeadcountStatus.DECLARED, null, null));
            return true;
        });
        Document page = pages.as(Role.COORDINATOR).open("/resources/dues/calls/" + first.value());
        assertThat(page.text()).contains("1 membre a été admis depuis la date de référence");
        Document form = pages.as(Role.COORDINATOR)
                .open(page.select("a[href*='new?after=']").attr("href"));
        assertThat(form.select("[name=name]").val()).isEqualTo("Cotisation");
        assertThat(form.select("[name=from]").val()).isEqualTo(from.toString());
        CallId theirs = as(() -> calls.prepare(
                facts(from, LocalDate.parse(form.select("[name=reference]").val()))));
        assertThat(as(() -> lines.computeTotal(calls.findById(theirs))).askable())
                .isOne();
        issueAndSend(theirs);
        assertThat(pages.as(Role.COORDINATOR)
                        .open("/resources/dues/calls/" + first.value())
                        .text())
                .doesNotContain("admis depuis");
    }

    private CallId call(LocalDate from) {
        return as(() -> calls.prepare(facts(from, reference)));
    }

    private CallFacts facts(LocalDate from, LocalDate on) {
        return new CallFacts(
                CallKind.ANNUAL,
                "Cotisation",
                on,
                settings.today().plusDays(30),
                from,
                from.plusYears(1).minusDays(1),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                false);
    }
}

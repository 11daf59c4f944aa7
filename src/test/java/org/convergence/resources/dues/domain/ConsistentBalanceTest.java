package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.representative.RepresentativeSection;
import org.convergence.identity.Role;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.AgedBalance;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceSelection;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentPart;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every place shows the same balance of a member. */
class ConsistentBalanceTest extends DuesYearFixture {

    private static final Random RANDOM = new Random(572_50);

    @Autowired
    private InvoiceQueries invoices;

    @Autowired
    private AgedBalance aged;

    @Autowired
    private DuesStandingSource standing;

    @Autowired
    private List<RepresentativeSection> sections;

    @Autowired
    private RecipientWords speaking;

    @Autowired
    private MockMvcTester mvc;

    @Test
    void allPlacesShowSameBalance() throws Exception {
        CallId dues = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        issueAndSend(dues);
        CallId appeal = as(() -> calls.prepare(facts(CallKind.APPEAL, null, "10")));
        issueAndSend(appeal);
        for (int i = 0; i < 6; i++) {
            change(i % 2 == 0 ? big : small, i == 5);
            Money owed = agree(big).plus(agree(small));
            assertThat(owedOf(dues).plus(owedOf(appeal))).isEqualTo(owed);
        }
    }

    @Test
    void tellsMoneyThatSettlesNothingYet() throws Exception {
        as(() -> receiving.receive(
                new PaymentFacts(
                        big, null, PaymentMethod.CASH, settings.today(), null, Money.of(CAD, 27.50), null, null, null),
                List.of()));
        Words t = speaking.forLanguage("fr");
        String left = t.money(Money.of(CAD, 27.50));
        assertThat(text("/directory/people/organisations/" + big.value()))
                .contains(left.replace('\u00a0', ' ') + " d’avance");
        assertThat(linkLines(big, t)).contains("Reçu d’avance\u00a0: " + left);
    }

    /** Pays or credits part of an open invoice, or pays all of it. */
    private void change(OrganisationId member, boolean all) {
        as(() -> {
            List<InvoiceQueries.InvoiceSummary> open = invoices.findOpenByPayer(member, settings.today(), 10);
            if (open.isEmpty()) {
                return false;
            }
            InvoiceQueries.InvoiceSummary one = open.get(RANDOM.nextInt(open.size()));
            Money amount = all
                    ? one.balance()
                    : Money.ofMinor(CAD, 1 + RANDOM.nextInt(one.balance().getAmountMinorInt()));
            if (RANDOM.nextInt(3) == 0) {
                invoicing.credit(one.id(), file.findById(one.id()).version(), amount, "Corrigé");
            } else {
                pay(member, one, amount);
            }
            return true;
        });
    }

    private void pay(OrganisationId member, InvoiceQueries.InvoiceSummary invoice, Money amount) {
        receiving.receive(
                new PaymentFacts(member, null, PaymentMethod.CASH, settings.today(), null, amount, null, null, null),
                List.of(PaymentPart.of(invoice.id(), amount.getAmount())));
    }

    /** Reads every place and returns the one sum. */
    private Money agree(OrganisationId member) throws Exception {
        Words t = speaking.forLanguage("fr");
        List<InvoiceQueries.InvoiceSummary> all = as(() -> invoices.findSlice(ListRequest.first(
                        InvoiceQueries.InvoiceFilter.ofParty(member, InvoiceSelection.ALL, settings.today()), 50)))
                .rows();
        Money owed = all.stream().map(InvoiceQueries.InvoiceSummary::balance).reduce(Money.zero(CAD), Money::plus);
        List<Money> said = owed.isZero() ? List.of() : List.of(owed);
        assertThat(as(() -> invoices.sum(
                                InvoiceQueries.InvoiceFilter.ofParty(member, InvoiceSelection.OPEN, settings.today())))
                        .balances())
                .isEqualTo(said);
        assertThat(as(() -> aged.computeDebts(settings.today())).stream()
                        .filter(it -> it.payer().equals(member))
                        .map(AgedBalance.AgedDebt::sum))
                .isEqualTo(said);
        assertThat(byLink(member, t)).isEqualTo(owed.isZero() ? "" : "Reste à payer\u00a0: " + t.money(owed));
        String page = text("/directory/people/organisations/" + member.value());
        if (!owed.isZero()) {
            assertThat(page).contains(t.money(owed).replace('\u00a0', ' ') + " à recevoir");
        }
        Money ofDues = Objects.requireNonNull(as(() -> standing.accounts(List.of(member), settings.today()))
                        .get(member))
                .owed()
                .stream()
                .reduce(Money.zero(CAD), Money::plus);
        if (!ofDues.isZero()) {
            assertThat(page).contains("Reste " + t.money(ofDues).replace('\u00a0', ' ') + " de cotisation à payer");
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode each : json("/api/v1/invoices?party=" + member.value()).path("items")) {
            sum = sum.add(each.path("balance").asDecimal());
        }
        assertThat(sum).isEqualByComparingTo(owed.getAmount());
        return owed;
    }

    /** The lines of the page opened by link that show an amount owed. */
    private String byLink(OrganisationId member, Words t) {
        return String.join(
                "\n",
                linkLines(member, t).stream().filter(it -> it.contains("Reste")).toList());
    }

    private List<String> linkLines(OrganisationId member, Words t) {
        List<String> lines = new ArrayList<>();
        as(() -> {
            sections.stream()
                    .sorted(Comparator.comparing(RepresentativeSection::order))
                    .forEach(each -> each.show(member, t)
                            .ifPresent(section -> section.lines().forEach(line -> lines.add(line.label()))));
            return true;
        });
        return lines;
    }

    private Money owedOf(CallId call) {
        return as(() -> lines.computeTotal(calls.findById(call))).owed().stream()
                .reduce(Money.zero(CAD), Money::plus);
    }

    private String text(String url) throws UnsupportedEncodingException {
        return org.jsoup.Jsoup.parse(mvc.get()
                        .uri(url)
                        .with(visitors.as(Role.COORDINATOR))
                        .exchange()
                        .getResponse()
                        .getContentAsString())
                .text()
                .replace('\u00a0', ' ');
    }

    private JsonNode json(String url) throws UnsupportedEncodingException {
        return JsonMapper.shared()
                .readTree(mvc.get()
                        .uri(url)
                        .header("Authorization", "Bearer " + visitors.createToken(Role.COORDINATOR))
                        .exchange()
                        .getResponse()
                        .getContentAsString());
    }
}

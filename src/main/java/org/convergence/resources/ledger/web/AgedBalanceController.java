package org.convergence.resources.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.convergence.directory.people.PartyUrls;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.AgedBalance;
import org.convergence.resources.ledger.domain.AgedBalance.AgedDebt;
import org.convergence.resources.ledger.domain.AgedBalance.AgeingPolicy.DebtAge;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Shows and exports the aged balance. */
@Controller
@Requires(LedgerPermissions.READ)
record AgedBalanceController(AgedBalance balance, OrganisationSettings settings) {

    @GetMapping("/resources/ledger/aged")
    ModelAndView show(Form form, Words t) {
        try {
            return page(form, day(form), t);
        } catch (FieldsRefused wrong) {
            return PageView.withErrors(page(form, settings.today(), t));
        }
    }

    private LocalDate day(Form form) {
        LocalDate on = form.read(answers -> answers.optionalDate("on"));
        return on == null ? settings.today() : on;
    }

    private ModelAndView page(Form form, LocalDate on, Words t) {
        List<AgedDebt> debts = balance.computeDebts(on);
        PageAddress here = PageAddress.of(LedgerUrls.AGED).with("on", form.value("on"));
        return PageView.pageOrFragment(
                "resources/ledger/aged",
                "resources/ledger/aged-rows",
                new AgedBalancePage(
                        form,
                        LedgerTabs.findVisible(LedgerUrls.AGED, t),
                        t.say("ledger.aged.lead", t.date(on)),
                        ages(t),
                        debts.stream().map(it -> row(it, t)).toList(),
                        sums(debts, t),
                        here.at(LedgerUrls.AGED + "/export.csv").toString(),
                        here.at(LedgerUrls.AGED + "/export.xlsx").toString()));
    }

    private static List<String> ages(Words t) {
        return Arrays.stream(DebtAge.values()).map(it -> t.say(it.key())).toList();
    }

    private static AgedBalancePage.AgedDebtRow row(AgedDebt it, Words t) {
        return new AgedBalancePage.AgedDebtRow(
                it.name(),
                PartyUrls.of(it.payer()),
                Arrays.stream(DebtAge.values())
                        .map(age -> it.by().containsKey(age) ? t.money(it.by().get(age)) : "")
                        .toList(),
                t.money(it.sum()));
    }

    private static List<String> sums(List<AgedDebt> debts, Words t) {
        List<String> sums = new ArrayList<>();
        for (DebtAge age : DebtAge.values()) {
            sums.add(sum(debts, it -> it.by().get(age), t));
        }
        sums.add(sum(debts, AgedDebt::sum, t));
        return sums;
    }

    private static String sum(List<AgedDebt> debts, Function<AgedDebt, @Nullable Money> part, Words t) {
        Map<String, Money> sums = new TreeMap<>();
        for (AgedDebt each : debts) {
            Money money = part.apply(each);
            if (money != null) {
                sums.merge(money.getCurrencyUnit().getCode(), money, Money::plus);
            }
        }
        return t.money(List.copyOf(sums.values()));
    }

    @GetMapping("/resources/ledger/aged/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        TableFormat as = TableFormat.findByExtension(format).orElseThrow(() -> new NotFound("format"));
        LocalDate on = day(form);
        List<String> head = new ArrayList<>();
        head.add(t.say("ledger.field.payer"));
        head.add(t.say("ledger.field.currency"));
        head.addAll(ages(t));
        head.add(t.say("ledger.field.balance"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (AgedDebt each : balance.computeDebts(on)) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(each.name());
            row.add(each.currency().getCode());
            for (DebtAge age : DebtAge.values()) {
                Money money = each.by().get(age);
                row.add(money == null ? null : money.getAmount());
            }
            row.add(each.sum().getAmount());
            rows.add(row);
        }
        String name = t.say("ledger.aged");
        FileDownload.setHeaders(response, Slug.of(name) + "-" + on + "." + as.extension(), as.mediaType());
        TableWriter.write(as, name, head, rows.iterator(), t, response.getOutputStream());
    }
}

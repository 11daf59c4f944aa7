package org.convergence.resources.dues.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.people.PartyUrls;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.YearEndCheck;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.dues.domain.AdoptedRate;
import org.convergence.resources.dues.domain.DuesAmount;
import org.convergence.resources.dues.domain.DuesFormatter;
import org.convergence.resources.dues.domain.DuesPreview;
import org.convergence.resources.dues.domain.MemberAssessment;
import org.convergence.resources.dues.domain.RateService;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The amounts that a call would ask of each member on a reference date. */
@Controller
@Requires(DuesPermissions.READ)
record DuesController(DuesPreview preview, RateService rates, OrganisationSettings settings) {

    private static final int SHOWN = 100;

    @GetMapping("/resources/dues")
    ModelAndView show(Form form, Words t) {
        try {
            LocalDate asked = form.read(answers -> answers.optionalDate("on"));
            return page(form, asked == null ? settings.today() : asked, t);
        } catch (FieldsRefused wrong) {
            return PageView.withErrors(page(form, settings.today(), t));
        }
    }

    private ModelAndView page(Form form, LocalDate reference, Words t) {
        boolean none = rates.findInForce(reference).isEmpty();
        ListSlice<MemberAssessment> slice = ListSlice.of(
                preview.findPage(reference, form.filled("after") ? form.value("after") : null, SHOWN + 1),
                SHOWN,
                share -> share.member().position());
        DuesPreview.PreviewTotal total = preview.computeTotal(reference);
        PageAddress here = PageAddress.of(DuesUrls.HOME).with("on", form.value("on"));
        String next = slice.next();
        return PageView.pageOrFragment(
                "resources/dues/dues",
                "resources/dues/shares",
                new DuesPage(
                        form,
                        t.say("dues.lead", total.members(), t.date(reference)),
                        total.sums().stream().map(sum -> t.money(sum)).toList(),
                        notes(total, t),
                        slice.rows().stream().map(it -> row(it, t)).toList(),
                        form.filled("after") ? here.toString() : null,
                        next == null ? null : here.with("after", next).toString(),
                        none));
    }

    private static List<String> notes(DuesPreview.PreviewTotal total, Words t) {
        List<String> notes = new ArrayList<>();
        add(notes, "dues.note.lacking", total.lacking(), t);
        add(notes, "dues.note.carried", total.carriedOver(), t);
        add(notes, "dues.note.unreachable", total.unreachable(), t);
        return notes;
    }

    private static void add(List<String> notes, String key, int count, Words t) {
        if (count > 0) {
            notes.add(t.say(key, count));
        }
    }

    private static DuesPage.AssessmentRow row(MemberAssessment share, Words t) {
        AdoptedRate rate = share.rate();
        DuesAmount owed = share.owed();
        MemberAssessment.MissingInput lack = share.lacks();
        BigDecimal difference = share.difference();
        return new DuesPage.AssessmentRow(
                share.member().name(),
                PartyUrls.of(share.member().member()),
                HeadcountFormatter.describe(share, t),
                owed == null ? "" : t.money(owed.amount()),
                lack != null
                        ? t.say(lack.key())
                        : owed == null || rate == null ? "" : DuesFormatter.describeComputation(rate.rate(), owed, t),
                difference == null || owed == null
                        ? ""
                        : (difference.signum() > 0 ? "+" : "")
                                + t.money(
                                        difference,
                                        owed.amount().getCurrencyUnit().getCode()),
                lack != null);
    }

    @Bean
    static MenuEntry duesMenuEntry() {
        return MenuEntry.of("dues.menu", DuesUrls.HOME).requiring(DuesPermissions.READ);
    }

    /** Invoices of the year's calls that are not paid. */
    @Bean
    static YearEndCheck duesToReceive() {
        return new YearEndCheck(90, "dues.year-end", DuesPermissions.READ, DuesUrls.HOME, """
                SELECT i.id, i.issued_on AS day, i.series || '-' || lpad(i.sequence::text, 4, '0') || coalesce(' · ' || o.name, '') AS title,
                       '/resources/ledger/invoices/' || i.id AS url
                FROM resources.dues_invoice d JOIN resources.ledger_issued_invoice i ON i.id = d.invoice
                LEFT JOIN directory.people_organisation_name o ON o.id = i.organisation
                WHERE i.issued_on BETWEEN :from AND :to
                  AND i.total > (SELECT coalesce(sum(amount), 0) FROM resources.ledger_invoice_payment WHERE invoice = i.id)
                              + (SELECT coalesce(sum(amount), 0) FROM resources.ledger_invoice_reduction WHERE invoice = i.id)
                """);
    }
}

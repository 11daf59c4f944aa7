package org.convergence.resources.dues.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.people.PartyPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Address;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.Slice;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.dues.domain.AdoptedRate;
import org.convergence.resources.dues.domain.Computations;
import org.convergence.resources.dues.domain.DuesPreview;
import org.convergence.resources.dues.domain.Owed;
import org.convergence.resources.dues.domain.RateKeeping;
import org.convergence.resources.dues.domain.Share;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a call would ask of each member on a reference date. */
@Controller
@Requires(DuesPermissions.READ)
class DuesController {

    private static final int SHOWN = 100;

    private final DuesPreview preview;
    private final RateKeeping rates;
    private final OrganisationSettings settings;

    DuesController(DuesPreview preview, RateKeeping rates, OrganisationSettings settings) {
        this.preview = preview;
        this.rates = rates;
        this.settings = settings;
    }

    @GetMapping("/resources/dues")
    ModelAndView show(Form form, Words t) {
        try {
            LocalDate asked = form.read(answers -> answers.optionalDate("on"));
            return page(form, asked == null ? settings.today() : asked, t);
        } catch (FieldsRefused wrong) {
            return Page.again(page(form, settings.today(), t));
        }
    }

    private ModelAndView page(Form form, LocalDate reference, Words t) {
        boolean none = rates.on(reference).isEmpty();
        Slice<Share> slice = Slice.of(
                preview.some(reference, form.filled("after") ? form.value("after") : null, SHOWN + 1),
                SHOWN,
                share -> share.member().position());
        DuesPreview.Total total = preview.total(reference);
        Address here = Address.of(Urls.HOME).with("on", form.value("on"));
        String next = slice.next();
        return Page.either(
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

    private static List<String> notes(DuesPreview.Total total, Words t) {
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

    private static DuesPage.Row row(Share share, Words t) {
        AdoptedRate rate = share.rate();
        Owed owed = share.owed();
        Share.Lack lack = share.lacks();
        BigDecimal difference = share.difference();
        return new DuesPage.Row(
                share.member().name(),
                PartyPage.of(share.member().member()),
                Headcounted.say(share, t),
                owed == null ? "" : t.money(owed.amount()),
                lack != null
                        ? t.say(lack.key())
                        : owed == null || rate == null ? "" : Computations.how(rate.rate(), owed, t),
                difference == null || owed == null
                        ? ""
                        : (difference.signum() > 0 ? "+" : "")
                                + t.money(
                                        difference,
                                        owed.amount().getCurrencyUnit().getCode()),
                lack != null);
    }
}

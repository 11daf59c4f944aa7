package org.convergence.cooperation.watch.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.cooperation.watch.WatchPermissions;
import org.convergence.cooperation.watch.domain.WatchFeed.WatchEntryId;
import org.convergence.cooperation.watch.domain.WatchItem;
import org.convergence.cooperation.watch.domain.WatchItem.PartnerYes;
import org.convergence.cooperation.watch.domain.WatchItem.WatchItemId;
import org.convergence.cooperation.watch.domain.WatchItem.WatchLead;
import org.convergence.cooperation.watch.domain.WatchQueries;
import org.convergence.cooperation.watch.domain.WatchQueries.CountryContext;
import org.convergence.cooperation.watch.domain.WatchService;
import org.convergence.cooperation.watch.domain.WatchService.KeptItem;
import org.convergence.cooperation.watch.web.WatchPage.ContextPage;
import org.convergence.cooperation.watch.web.WatchPage.KeepPage;
import org.convergence.cooperation.watch.web.WatchPage.LeadPart;
import org.convergence.cooperation.watch.web.WatchPage.WatchFact;
import org.convergence.cooperation.watch.web.WatchPage.WatchFormPage;
import org.convergence.cooperation.watch.web.WatchPage.YesPart;
import org.convergence.directory.people.SinglePartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.TextSource;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One item: how it is kept, its page and its form, a partner's yes; and the context of a country. */
@Controller
@RequestMapping("/cooperation/watch")
@Requires(WatchPermissions.EDIT)
record WatchController(
        WatchService service,
        WatchQueries queries,
        WatchForm forms,
        WatchMails mails,
        SinglePartyChooser parties,
        OrganisationSettings settings) {

    @GetMapping("/new")
    ModelAndView open(Form asked, Words t) {
        Form form = Form.blank().with(WatchForm.COUNTRY.name(), asked.value(WatchForm.COUNTRY.name()));
        mails.prefill(asked, form);
        return keepPage(form, t);
    }

    @PostMapping("/new")
    ModelAndView keep(Form form, Words t) {
        return form.submit(
                answers -> WatchForm.readPaste(answers, t),
                input -> {
                    KeptItem kept = service.keep(input.pasted(), input.country(), input.isNote());
                    SeeOther page = SeeOther.to(WatchPage.url(kept.id()));
                    if (!kept.isNew()) {
                        return page.withWarning("watch.kept.before");
                    }
                    return mails.finish(form)
                            ? page.withWarning("watch.kept.mail-waits")
                            : page.withNotice("watch.kept", input.country().name(t));
                },
                () -> keepPage(form, t));
    }

    private static ModelAndView keepPage(Form form, Words t) {
        return PageView.of("cooperation/watch/keep", new KeepPage(form, WatchForm.countries(t)));
    }

    @PostMapping("/proposals/{id}/keep")
    ModelAndView keepEntry(@PathVariable WatchEntryId id) {
        return SeeOther.to(WatchPage.url(service.keepEntry(id))).withNotice("watch.kept.entry");
    }

    @PostMapping("/proposals/{id}/dismiss")
    ModelAndView dismiss(@PathVariable WatchEntryId id) {
        service.dismiss(id);
        return SeeOther.to(WatchPage.LIST)
                .withNotice("watch.dismissed")
                .withUndo(WatchPage.LIST + "/proposals/" + id.value() + "/restore");
    }

    @PostMapping("/proposals/{id}/restore")
    ModelAndView restore(@PathVariable WatchEntryId id) {
        service.restore(id);
        return SeeOther.to(WatchPage.LIST).withNotice("watch.restored");
    }

    @GetMapping("/{id}")
    @Requires(WatchPermissions.READ)
    ModelAndView show(@PathVariable WatchItemId id, Words t) {
        WatchItem it = queries.findById(id);
        return page(it, Form.blank().atVersion(it.version()).with(WatchForm.YES_ON.name(), settings.today()), t);
    }

    private ModelAndView page(WatchItem it, Form yes, Words t) {
        boolean edits = CurrentActor.get().may(WatchPermissions.EDIT);
        return PageView.of(
                "cooperation/watch/show",
                new WatchPage(
                        WatchPage.url(it.id()),
                        it.title(),
                        it.reliability().tone(),
                        t.say(it.reliability().key()),
                        WatchListController.detail(it, t),
                        it.url(),
                        edits ? it.body() : "",
                        facts(it, edits, t),
                        warning(it, t),
                        lead(it, t),
                        edits && it.isNote() ? new YesPart(yes, words(it, t)) : null,
                        edits && it.yes() != null,
                        edits));
    }

    private @Nullable String warning(WatchItem it, Words t) {
        PartnerYes yes = it.yes();
        if (it.expiresOn().isBefore(settings.today())) {
            return t.say("watch.expired", it.expiresOn());
        }
        if (!it.isNote() || (yes != null && yes.wording() == it.wording())) {
            return null;
        }
        return yes == null ? t.say("watch.note.team") : t.say("watch.note.reworded", yes.on());
    }

    private static List<WatchFact> facts(WatchItem it, boolean team, Words t) {
        List<WatchFact> facts = new ArrayList<>();
        if (!it.context().isEmpty()) {
            facts.add(new WatchFact(t.say("watch.field.context"), it.context()));
        }
        if (team && it.contactName() != null) {
            facts.add(new WatchFact(t.say("watch.contact"), it.contactName()));
        }
        facts.add(new WatchFact(t.say("watch.field.expires"), t.date(it.expiresOn())));
        PartnerYes yes = it.yes();
        if (team && yes != null && yes.wording() == it.wording()) {
            facts.add(new WatchFact(t.say("watch.yes"), t.say("watch.yes.text", yes.on(), yes.how())));
        }
        it.translations()
                .forEach(each -> facts.add(new WatchFact(t.capital(t.languageName(each.language())), each.words())));
        return facts;
    }

    private static List<WatchFact> words(WatchItem it, Words t) {
        List<WatchFact> words = new ArrayList<>();
        words.add(new WatchFact(t.capital(t.languageName("fr")), it.words("fr")));
        it.translations()
                .forEach(each -> words.add(new WatchFact(t.capital(t.languageName(each.language())), each.words())));
        return words;
    }

    private static @Nullable LeadPart lead(WatchItem it, Words t) {
        WatchLead lead = it.lead();
        if (lead == null) {
            return null;
        }
        String done = it.leadUrl();
        String form = lead == WatchLead.GUIDE ? lead.start() + "/" + it.country() + "/guide" : lead.start();
        String start = TextSource.begin(form, "cooperation.watch", it.id().value());
        return new LeadPart(
                t.say(lead.key()),
                done != null
                        ? t.say("watch.lead.done")
                        : it.leadBy() == null ? t.say("watch.lead.open") : t.say("watch.lead.by", it.leadBy()),
                done == null ? start : done,
                t.say(done == null ? "watch.lead.begin" : "watch.lead.see"));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable WatchItemId id, Words t) {
        WatchItem it = queries.findById(id);
        return formPage(WatchForm.open(it), it, t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable WatchItemId id, Form form, Words t) {
        WatchItem it = queries.findById(id);
        return form.submit(
                answers -> forms.read(answers, it.isNote()),
                input -> {
                    service.update(id, input.version(), forms.find(input));
                    return SeeOther.to(WatchPage.url(id)).withNotice("watch.saved");
                },
                () -> formPage(form, it, t));
    }

    private ModelAndView formPage(Form form, WatchItem it, Words t) {
        return PageView.of(
                "cooperation/watch/form",
                new WatchFormPage(
                        form,
                        WatchPage.url(it.id()),
                        it.title(),
                        it.isNote(),
                        WatchForm.countries(t),
                        parties.organisation(form),
                        parties.person(form)));
    }

    @PostMapping("/{id}/yes")
    ModelAndView yes(@PathVariable WatchItemId id, Form form, Words t) {
        return form.submit(
                WatchForm::readYes,
                input -> {
                    service.recordYes(id, input.version(), input.audience(), input.on(), input.how());
                    return SeeOther.to(WatchPage.url(id))
                            .withNotice("watch.yes.done")
                            .withUndo(WatchPage.url(id) + "/no");
                },
                () -> page(queries.findById(id), form, t));
    }

    @PostMapping("/{id}/no")
    ModelAndView no(@PathVariable WatchItemId id) {
        service.withdrawYes(id);
        return SeeOther.to(WatchPage.url(id)).withNotice("watch.no.done");
    }

    @PostMapping("/{id}/delete")
    ModelAndView delete(@PathVariable WatchItemId id) {
        service.delete(id);
        return SeeOther.to(WatchPage.LIST).withNotice("watch.deleted");
    }

    @GetMapping("/context/{country}")
    ModelAndView context(@PathVariable String country, Words t) {
        Country of = country(country);
        Optional<CountryContext> context = queries.findContext(of);
        return contextPage(
                Form.blank()
                        .atVersion(context.map(CountryContext::version).orElse(0))
                        .with(
                                WatchForm.BODY.name(),
                                context.map(CountryContext::body).orElse(null)),
                of,
                t);
    }

    @PostMapping("/context/{country}")
    ModelAndView context(@PathVariable String country, Form form, Words t) {
        Country of = country(country);
        record ContextInput(int version, String body) {}
        return form.submit(
                answers -> new ContextInput(answers.version(), answers.get(WatchForm.BODY)),
                input -> {
                    service.writeContext(of, input.version(), input.body());
                    return SeeOther.to("/safety/guide/" + of.code()).withNotice("watch.saved");
                },
                () -> contextPage(form, of, t));
    }

    private static ModelAndView contextPage(Form form, Country country, Words t) {
        return PageView.of(
                "cooperation/watch/context",
                new ContextPage(
                        form,
                        WatchPage.LIST + "/context/" + country.code(),
                        country.name(t),
                        "/safety/guide/" + country.code()));
    }

    /** @throws NotFound if no country has the code */
    private static Country country(String code) {
        return Country.findByCode(code).orElseThrow(() -> new NotFound("country"));
    }
}

package org.convergence.cooperation.watch.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convergence.cooperation.watch.WatchPermissions;
import org.convergence.cooperation.watch.domain.DigestService;
import org.convergence.cooperation.watch.domain.WatchDigest;
import org.convergence.cooperation.watch.domain.WatchDigest.ChosenLine;
import org.convergence.cooperation.watch.domain.WatchDigest.DigestLine;
import org.convergence.cooperation.watch.domain.WatchDigest.WatchDigestId;
import org.convergence.cooperation.watch.domain.WatchItem.WatchAudience;
import org.convergence.cooperation.watch.web.WatchPage.DigestFormPage;
import org.convergence.cooperation.watch.web.WatchPage.DigestLinePart;
import org.convergence.cooperation.watch.web.WatchPage.DigestListPage;
import org.convergence.cooperation.watch.web.WatchPage.DigestPage;
import org.convergence.cooperation.watch.web.WatchPage.WatchListItem;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Digests for members and for partners: their list, their making, their text. */
@Controller
@RequestMapping("/cooperation/watch/digests")
@Requires(WatchPermissions.EDIT)
record DigestController(DigestService service, OrganisationSettings settings) {

    private static final String LIST = WatchPage.LIST + "/digests";

    private static final Map<String, WatchAudience> AUDIENCES =
            Map.of("members", WatchAudience.MEMBERS, "partners", WatchAudience.PARTNERS);

    @GetMapping
    @Requires(WatchPermissions.READ)
    ModelAndView list(Words t) {
        return PageView.of(
                "cooperation/watch/digests",
                new DigestListPage(
                        service.findLatest().stream().map(each -> item(each, t)).toList(),
                        CurrentActor.get().may(WatchPermissions.EDIT)
                                ? List.of(
                                        new Option(LIST + "/new/members/fr", t.say("watch.digest.new.MEMBERS")),
                                        new Option(LIST + "/new/partners/es", t.say("watch.digest.new.PARTNERS")))
                                : List.of()));
    }

    private static WatchListItem item(WatchDigest digest, Words t) {
        boolean sent = digest.sharedOn() != null;
        boolean handed = digest.handedOn() != null;
        return new WatchListItem(
                url(digest.id()),
                digest.title(),
                lead(digest, t),
                sent ? Tone.OK : handed ? Tone.ACTIVE : Tone.AHEAD,
                t.say(sent ? "watch.digest.sent" : handed ? "watch.digest.draft" : "watch.digest.ready"));
    }

    private static String url(WatchDigestId id) {
        return LIST + "/" + id.value();
    }

    private static String lead(WatchDigest digest, Words t) {
        String made = t.say(
                "watch.digest.lead",
                t.say(digest.audience().key()),
                t.languageName(digest.language()),
                digest.madeOn());
        if (digest.handedOn() != null) {
            return made + " · " + t.say("watch.digest.handed", digest.handedOn());
        }
        return digest.sharedOn() == null ? made : made + " · " + t.say("watch.digest.shared", digest.sharedOn());
    }

    @GetMapping("/new/{audience}/{language}")
    ModelAndView open(@PathVariable String audience, @PathVariable String language, Words t) {
        WatchAudience to = audience(audience, language);
        List<DigestLine> lines = service.findLines(to, language);
        Form form = Form.blank();
        lines.forEach(each -> {
            form.with(words(each), each.words());
            if (!each.words().isEmpty() && each.names().isEmpty()) {
                form.with(use(each), "true");
            }
        });
        return formPage(form, to, language, lines, t);
    }

    @PostMapping("/new/{audience}/{language}")
    ModelAndView create(@PathVariable String audience, @PathVariable String language, Form form, Words t) {
        WatchAudience to = audience(audience, language);
        List<DigestLine> lines = service.findLines(to, language);
        return form.submit(
                answers -> read(answers, lines),
                chosen -> SeeOther.to(url(service.create(to, language, chosen))).withNotice("watch.digest.made"),
                () -> formPage(form, to, language, lines, t));
    }

    private static List<ChosenLine> read(FormValues answers, List<DigestLine> lines) {
        return lines.stream()
                .filter(each -> answers.checkbox(use(each)))
                .map(each -> new ChosenLine(
                        each.item().id(),
                        each.isFixed() ? each.words() : answers.text(words(each), DigestService.LONGEST_LINE)))
                .toList();
    }

    private static String use(DigestLine line) {
        return "use-" + line.item().id().value();
    }

    private static String words(DigestLine line) {
        return "words-" + line.item().id().value();
    }

    private static WatchAudience audience(String audience, String language) {
        WatchAudience known = AUDIENCES.get(audience);
        if (known == null || !WatchDigest.languages(known).contains(language)) {
            throw new NotFound("digest");
        }
        return known;
    }

    private static ModelAndView formPage(
            Form form, WatchAudience audience, String language, List<DigestLine> lines, Words t) {
        String path = LIST + "/new/" + (audience == WatchAudience.MEMBERS ? "members/" : "partners/");
        return PageView.of(
                "cooperation/watch/digest-form",
                new DigestFormPage(
                        form,
                        path + language,
                        t.say("watch.digest.new." + audience.name()),
                        WatchDigest.languages(audience).stream()
                                .map(each ->
                                        new Tab(t.capital(t.languageName(each)), path + each, each.equals(language)))
                                .toList(),
                        lines.stream().map(each -> part(each, t)).toList()));
    }

    private static DigestLinePart part(DigestLine line, Words t) {
        return new DigestLinePart(
                use(line),
                words(line),
                line.item().title(),
                WatchListController.detail(line.item(), t) + " · "
                        + t.say(line.item().reliability().key()),
                line.isFixed() ? line.words() : null,
                warning(line, t));
    }

    private static @Nullable String warning(DigestLine line, Words t) {
        List<String> warnings = new ArrayList<>();
        if (line.isRefutation()) {
            warnings.add(t.say("watch.digest.refutation"));
        }
        if (line.isFixed() && !line.isRefutation()) {
            warnings.add(t.say(line.words().isEmpty() ? "watch.digest.fixed.none" : "watch.digest.fixed"));
        }
        if (!line.names().isEmpty()) {
            warnings.add(t.say("watch.digest.names", t.list(line.names())));
        }
        return warnings.isEmpty() ? null : String.join(" ", warnings);
    }

    @GetMapping("/{id}")
    @Requires(WatchPermissions.READ)
    ModelAndView show(@PathVariable WatchDigestId id, Words t) {
        return page(id, Form.blank().with(WatchForm.SHARED_ON.name(), settings.today()), t);
    }

    private ModelAndView page(WatchDigestId id, Form share, Words t) {
        WatchDigest digest = service.findById(id);
        boolean open = digest.handedOn() == null
                && digest.sharedOn() == null
                && CurrentActor.get().may(WatchPermissions.EDIT);
        return PageView.of(
                "cooperation/watch/digest",
                new DigestPage(
                        url(id),
                        digest.title(),
                        lead(digest, t),
                        digest.language(),
                        digest.body(),
                        open ? share : null,
                        digest.audience() == WatchAudience.PARTNERS,
                        open,
                        open && digest.mayBeNewsletter(),
                        digest.sharedOn() != null && CurrentActor.get().may(WatchPermissions.EDIT)));
    }

    @PostMapping("/{id}/hand-over")
    ModelAndView handOver(@PathVariable WatchDigestId id) {
        return SeeOther.to(service.handOver(id)).withNotice("watch.digest.handed.done");
    }

    @PostMapping("/{id}/share")
    ModelAndView share(@PathVariable WatchDigestId id, Form form, Words t) {
        return form.submit(
                answers -> answers.get(WatchForm.SHARED_ON),
                on -> {
                    service.markShared(id, on);
                    return SeeOther.to(url(id))
                            .withNotice("watch.digest.shared.done")
                            .withUndo(url(id) + "/unshare");
                },
                () -> page(id, form, t));
    }

    @PostMapping("/{id}/unshare")
    ModelAndView unshare(@PathVariable WatchDigestId id) {
        service.markUnshared(id);
        return SeeOther.to(url(id)).withNotice("watch.digest.unshared");
    }

    @PostMapping("/{id}/delete")
    ModelAndView delete(@PathVariable WatchDigestId id) {
        service.delete(id);
        return SeeOther.to(LIST).withNotice("watch.digest.deleted");
    }
}

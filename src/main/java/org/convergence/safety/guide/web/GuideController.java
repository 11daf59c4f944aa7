package org.convergence.safety.guide.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.geography.Country;
import org.convergence.platform.offline.OfflineWorker;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperDownload;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.SourceTexts;
import org.convergence.platform.shell.TextSource.SourceText;
import org.convergence.platform.text.Words;
import org.convergence.safety.guide.GuidePermissions;
import org.convergence.safety.guide.GuideTopic;
import org.convergence.safety.guide.domain.AdvisoryService;
import org.convergence.safety.guide.domain.GuideService;
import org.convergence.safety.guide.domain.GuideService.GuidePart;
import org.convergence.safety.guide.web.GuidePage.EarlierPart;
import org.convergence.safety.guide.web.GuidePage.GuidePartPage;
import org.convergence.safety.guide.web.GuidePage.GuidePhonePage;
import org.convergence.safety.guide.web.GuidePage.GuideSection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The guide of a country: its page, its parts, the same as a PDF, and a page that a phone keeps. */
@Controller
@RequestMapping("/safety/guide/{country}/guide")
@Requires(GuidePermissions.READ)
record GuideController(
        GuideService guides,
        AdvisoryService advisories,
        OrganisationSettings settings,
        OfflineWorker worker,
        SourceTexts texts,
        PaperDownload papers) {

    /** @param asked the record of another module because of which a part is to be revised, if there is one */
    @GetMapping
    ModelAndView show(@PathVariable String country, Form asked, Words t) {
        return PageView.of(
                "safety/guide/guide",
                page(
                        AdvisoryController.country(country),
                        texts.find(asked.value(SourceTexts.FROM), t).orElse(null),
                        t));
    }

    private GuidePage page(Country country, @Nullable SourceText because, Words t) {
        String from = because == null ? "" : "?" + SourceTexts.FROM + "=" + because.from();
        List<GuidePart> parts = guides.findParts(country);
        boolean mayEdit = CurrentActor.get().may(GuidePermissions.EDIT);
        Set<GuideTopic> missing = EnumSet.allOf(GuideTopic.class);
        parts.forEach(each -> missing.remove(each.heading()));
        return new GuidePage(
                AdvisoryPage.of(advisories.findByCountry(country), settings.today(), t),
                GuidePage.url(country),
                GuideContributions.formatState(guides, country, t).orElse(""),
                parts.stream().map(each -> section(each, t)).toList(),
                missing.stream()
                        .map(each -> new Option(mayEdit ? GuidePage.url(country, each) + from : "", t.say(each.key())))
                        .toList(),
                because == null ? null : because.title(),
                from,
                mayEdit);
    }

    private static GuideSection section(GuidePart part, Words t) {
        return new GuideSection(
                part.heading().name(),
                t.say(part.heading().key()),
                part.content(),
                formatReview(part, t),
                part.isStale(),
                part.version());
    }

    private static String formatReview(GuidePart part, Words t) {
        return part.reviewer() == null
                ? t.say("guide.reviewed", part.reviewedOn())
                : t.say("guide.reviewed.by", part.reviewedOn(), part.reviewer());
    }

    @GetMapping("/{heading}")
    @Requires(GuidePermissions.EDIT)
    ModelAndView edit(@PathVariable String country, @PathVariable GuideTopic heading, Form asked, Words t) {
        GuidePart part =
                guides.findPart(AdvisoryController.country(country), heading).orElse(null);
        Form form = Form.blank()
                .atVersion(part == null ? 0 : part.version())
                .with(GuidePage.REVIEWED_ON.name(), settings.today())
                .with(SourceTexts.FROM, asked.value(SourceTexts.FROM));
        return formPage(country, heading, part == null ? form : form.with(GuidePage.CONTENT.name(), part.content()), t);
    }

    private record PartInput(int version, String content, LocalDate reviewedOn) {}

    @PostMapping("/{heading}")
    @Requires(GuidePermissions.EDIT)
    ModelAndView save(@PathVariable String country, @PathVariable GuideTopic heading, Form form, Words t) {
        Country of = AdvisoryController.country(country);
        return form.submit(
                answers -> new PartInput(
                        answers.version(), answers.get(GuidePage.CONTENT), answers.get(GuidePage.REVIEWED_ON)),
                input -> {
                    guides.save(of, heading, input.version(), input.content(), input.reviewedOn());
                    texts.tellUse(form.value(SourceTexts.FROM), GuidePage.url(of) + "#" + heading);
                    return saved(of, heading, "guide.saved", t);
                },
                () -> formPage(country, heading, form, t));
    }

    @PostMapping("/{heading}/reviewed")
    @Requires(GuidePermissions.EDIT)
    ModelAndView review(@PathVariable String country, @PathVariable GuideTopic heading, Form form, Words t) {
        Country of = AdvisoryController.country(country);
        return form.submit(
                FormValues::version,
                version -> {
                    guides.review(of, heading, version);
                    return saved(of, heading, "guide.reread", t);
                },
                () -> show(country, Form.blank(), t));
    }

    private static ModelAndView saved(Country country, GuideTopic heading, String notice, Words t) {
        return SeeOther.to(GuidePage.url(country) + "#" + heading).withNotice(notice, t.say(heading.key()));
    }

    private ModelAndView formPage(String code, GuideTopic heading, Form form, Words t) {
        Country country = AdvisoryController.country(code);
        @Nullable GuidePart part = guides.findPart(country, heading).orElse(null);
        return PageView.of(
                "safety/guide/guide-part",
                new GuidePartPage(
                        country.name(t),
                        GuidePage.url(country),
                        GuidePage.url(country, heading),
                        t.say(heading.key()),
                        t.say(heading.key() + ".help"),
                        part == null ? null : formatReview(part, t),
                        form,
                        part == null
                                ? List.of()
                                : guides.findChanges(part).stream()
                                        .flatMap(each -> earlier(each, t))
                                        .toList()));
    }

    private static Stream<EarlierPart> earlier(AuditEntry change, Words t) {
        return change.fields().stream()
                .filter(each -> each.name().equals("content") && each.before() != null)
                .map(each -> new EarlierPart(
                        t.say("guide.earlier", change.at(), change.who()),
                        Objects.requireNonNull(each.before()).asString()));
    }

    /** The guide on paper, for who travels. */
    @GetMapping("/guide.pdf")
    void paper(@PathVariable String country, Words t, HttpServletResponse response) throws IOException {
        Country of = AdvisoryController.country(country);
        GuidePage page = page(of, null, t);
        String title = t.say("guide.title", page.advisory().name());
        papers.send(
                new Paper(
                        title,
                        page.advisory().level() + " · " + page.advisory().detail(),
                        settings.current().name(),
                        page.state(),
                        guides.findParts(of).stream()
                                .map(each -> Section.of(t.say(each.heading().key()), formatPaper(each, t)))
                                .toList(),
                        Paper.Layout.SHEET),
                title,
                PaperFormat.PDF,
                t,
                response);
    }

    /** The lines of a part, and when it was read: on paper too without a name. */
    private static List<Block> formatPaper(GuidePart part, Words t) {
        String reviewed = t.say("guide.reviewed", part.reviewedOn());
        Block review = new Block.Paragraph(List.of(new Inline.Emphasis(
                Inline.of(part.isStale() ? reviewed + " · " + t.say("guide.part.stale") : reviewed))));
        return Stream.concat(
                        part.content().lines().filter(line -> !line.isBlank()).map(Block::text), Stream.of(review))
                .toList();
    }

    /** The guide on a phone, which keeps it: it names nobody, nor who is signed in. */
    @GetMapping({"/phone", "/phone/offline"})
    ModelAndView phone(@PathVariable String country, Words t) {
        GuidePage page = page(AdvisoryController.country(country), null, t);
        return PageView.of(
                "safety/guide/guide-phone",
                new GuidePhonePage(
                        t.say("guide.title", page.advisory().name()),
                        page.url() + "/phone",
                        page.advisory().level() + " · " + page.advisory().detail(),
                        t.say("guide.phone.day", settings.today()),
                        page.sections()));
    }

    @GetMapping("/phone/worker.js")
    ResponseEntity<byte[]> worker(@PathVariable String country) {
        return worker.answer(GuidePage.url(AdvisoryController.country(country)) + "/phone");
    }
}

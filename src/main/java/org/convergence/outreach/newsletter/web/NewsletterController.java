package org.convergence.outreach.newsletter.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.segment.SegmentId;
import org.convergence.outreach.newsletter.NewsletterPermissions;
import org.convergence.outreach.newsletter.domain.Newsletter;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.NewsletterBlock;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.BlockText;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.NewsletterBlockKind;
import org.convergence.outreach.newsletter.domain.NewsletterQueries;
import org.convergence.outreach.newsletter.domain.NewsletterQueries.IssueRow;
import org.convergence.outreach.newsletter.domain.NewsletterService;
import org.convergence.outreach.newsletter.domain.NewsletterService.BegunNewsletter;
import org.convergence.outreach.newsletter.domain.NewsletterTextService;
import org.convergence.outreach.newsletter.domain.VariantPolicy;
import org.convergence.outreach.newsletter.web.NewsletterPage.BlockFormPage;
import org.convergence.outreach.newsletter.web.NewsletterPage.BlockTextColumn;
import org.convergence.outreach.newsletter.web.NewsletterPage.IssueItem;
import org.convergence.outreach.newsletter.web.NewsletterPage.NewsletterListPage;
import org.convergence.outreach.newsletter.web.NewsletterPage.NewsletterSettingsPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.search.SearchSourceFactory;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.TextSource;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of issues, and writing one. */
@Controller
@RequestMapping("/outreach/newsletter")
@Requires(NewsletterPermissions.WRITE)
record NewsletterController(
        NewsletterService newsletters,
        NewsletterTextService texts,
        NewsletterQueries queries,
        NewsletterPageAssembler assembler,
        NewsletterForm forms) {

    static final String PATH = "/outreach/newsletter";

    private static final int SHOWN = 40;

    @Bean
    static MenuEntry newsletterMenuEntry() {
        return MenuEntry.of("newsletter.menu", PATH).requiring(NewsletterPermissions.READ);
    }

    static String url(NewsletterId id) {
        return PATH + "/" + id.value();
    }

    @GetMapping
    @Requires(NewsletterPermissions.READ)
    ModelAndView list(@RequestParam(required = false) @Nullable NewsletterId after, Words t) {
        List<IssueRow> found = queries.findLatest(after, SHOWN + 1);
        List<IssueRow> shown = found.subList(0, Math.min(SHOWN, found.size()));
        List<IssueItem> items = shown.stream()
                .map(each -> new IssueItem(
                        url(each.issue().id()),
                        NewsletterPageAssembler.title(each.issue(), each.subject(), t),
                        NewsletterPageAssembler.moment(each.issue(), t),
                        each.issue().state(),
                        NewsletterPageAssembler.stateName(
                                each.issue(), !each.issue().isSettled(), t)))
                .toList();
        return PageView.of(
                "outreach/newsletter/list",
                new NewsletterListPage(
                        items,
                        found.size() <= SHOWN
                                ? null
                                : PATH + "?after="
                                        + shown.get(SHOWN - 1).issue().id().value(),
                        CurrentActor.get().may(NewsletterPermissions.WRITE)));
    }

    /** Begins an issue, many blocks of which are already filled. */
    @PostMapping("/new")
    ModelAndView begin() {
        BegunNewsletter begun = newsletters.begin();
        SeeOther go = SeeOther.to(url(begun.id()));
        return begun.left() == 0
                ? go.withNotice("newsletter.begun")
                : go.withWarning("newsletter.begun.left", begun.since(), begun.left());
    }

    /** A picture is not copied: its consent was given for one issue. */
    @PostMapping("/{id}/copy")
    ModelAndView copy(@PathVariable NewsletterId id) {
        boolean pictured = newsletters.findBlocks(id).stream().anyMatch(each -> each.picture() != null);
        SeeOther go = SeeOther.to(url(texts.copy(id)));
        return pictured ? go.withWarning("newsletter.copied.pictures") : go.withNotice("newsletter.copied");
    }

    @GetMapping("/{id}")
    @Requires(NewsletterPermissions.READ)
    ModelAndView show(@PathVariable NewsletterId id, Words t) {
        return PageView.of("outreach/newsletter/show", assembler.assemble(id, Form.named("r"), t));
    }

    @GetMapping("/{id}/settings")
    ModelAndView settings(
            @PathVariable NewsletterId id, @RequestParam(required = false) @Nullable SegmentId segment, Words t) {
        Form form = forms.settings(newsletters.findById(id));
        return settingsPage(id, segment == null ? form : form.with("segment", segment), t);
    }

    @PostMapping("/{id}/settings")
    ModelAndView settings(@PathVariable NewsletterId id, Form form, Words t) {
        return form.submit(
                forms::readSettings,
                input -> {
                    newsletters.settle(id, form.read(answers -> answers.version()), input);
                    return SeeOther.to(url(id)).withNotice("newsletter.saved");
                },
                () -> settingsPage(id, form, t));
    }

    private ModelAndView settingsPage(NewsletterId id, Form form, Words t) {
        return PageView.of(
                "outreach/newsletter/settings",
                new NewsletterSettingsPage(
                        form, url(id), assembler.title(id, t), forms.segments(), forms.actions(form)));
    }

    @PostMapping("/{id}/blocks")
    ModelAndView addBlock(@PathVariable NewsletterId id, Form form) {
        return form.submit(
                answers -> answers.choice("kind", NewsletterBlockKind.class),
                kind -> SeeOther.to(url(id) + "/blocks/" + newsletters.addBlock(id, kind)),
                () -> SeeOther.to(url(id)).withWarning("newsletter.refused.block"));
    }

    @GetMapping("/{id}/blocks/{block}")
    ModelAndView editBlock(@PathVariable NewsletterId id, @PathVariable UUID block, Words t) {
        Newsletter issue = newsletters.findById(id);
        NewsletterBlock found = find(id, block);
        return blockPage(issue, found, forms.block(issue, found), t);
    }

    private NewsletterBlock find(NewsletterId id, UUID block) {
        return newsletters.findBlocks(id).stream()
                .filter(each -> each.id().equals(block))
                .findFirst()
                .orElseThrow(() -> new NotFound("newsletter-block"));
    }

    @PostMapping("/{id}/blocks/{block}")
    ModelAndView editBlock(@PathVariable NewsletterId id, @PathVariable UUID block, Form form, Words t) {
        Newsletter issue = newsletters.findById(id);
        NewsletterBlock found = find(id, block);
        return form.submit(
                answers -> forms.readBlock(answers, issue, found.kind()),
                input -> {
                    newsletters.updateBlock(id, block, form.read(answers -> answers.version()), input);
                    return SeeOther.to(url(id) + "#b" + block).withNotice("newsletter.saved");
                },
                () -> blockPage(issue, found, form, t));
    }

    private ModelAndView blockPage(Newsletter issue, NewsletterBlock block, Form form, Words t) {
        NewsletterBlockKind kind = block.kind();
        List<BlockTextColumn> columns = new ArrayList<>();
        for (String language : issue.languages()) {
            BlockText text = block.text(language).orElse(new BlockText(language, 0, "", ""));
            columns.add(new BlockTextColumn(
                    language,
                    forms.languageName(language),
                    text.title(),
                    text.body(),
                    VariantPolicy.isStale(block, issue.firstLanguage(), language)));
        }
        String url = url(issue.id());
        return PageView.of(
                "outreach/newsletter/block",
                new BlockFormPage(
                        form,
                        url + "/blocks/" + block.id(),
                        url,
                        assembler.title(issue.id(), t),
                        t.say(kind.key()),
                        kind.hasTitle(),
                        kind.hasBody(),
                        kind == NewsletterBlockKind.DATE,
                        !kind.isFixed(),
                        columns));
    }

    @PostMapping("/{id}/blocks/{block}/up")
    ModelAndView moveUp(@PathVariable NewsletterId id, @PathVariable UUID block) {
        newsletters.moveUp(id, block);
        return SeeOther.to(url(id) + "#b" + block);
    }

    @PostMapping("/{id}/blocks/{block}/delete")
    ModelAndView delete(@PathVariable NewsletterId id, @PathVariable UUID block) {
        newsletters.deleteBlock(id, block);
        return SeeOther.to(url(id)).withNotice("newsletter.deleted");
    }

    @PostMapping("/{id}/replies")
    ModelAndView countReplies(@PathVariable NewsletterId id, Form form, Words t) {
        return form.submit(
                answers -> answers.get(NewsletterForm.REPLIES),
                replies -> {
                    newsletters.countReplies(id, replies);
                    return SeeOther.to(url(id)).withNotice("newsletter.saved");
                },
                () -> PageView.of("outreach/newsletter/show", assembler.assemble(id, form, t)));
    }

    /** The blocks of issues as texts, in their first language, with their pictures while these may be shown. */
    @Bean
    static TextSource newsletterTexts() {
        return TextSource.of("outreach.newsletter", NewsletterPermissions.READ, """
                SELECT t.title, t.body, b.url, b.happens_on AS until, NULL AS country, n.action AS line,
                       '/outreach/newsletter/' || n.id || '#b' || b.id AS page
                FROM outreach.newsletter_block b JOIN outreach.newsletter n ON n.id = b.newsletter
                JOIN outreach.newsletter_text t ON t.block = b.id AND t.language = n.languages[1]
                WHERE b.id = :id AND b.kind NOT IN ('SUBJECT', 'LEAD')
                """)
                .withPictures("""
                SELECT p.document, 'newsletter' AS kind, p.id AS owner, p.credit, p.consent, p.consent_until AS until,
                       (SELECT jsonb_object_agg(t.language, t.alternative)
                        FROM outreach.newsletter_picture_text t WHERE t.picture = p.id) AS alternatives
                FROM outreach.newsletter_picture p
                WHERE p.block = :id AND (p.consent_until IS NULL OR p.consent_until >= :today) AND NOT platform.is_withheld(p.id)
                """);
    }

    /** Issues of the newsletter in the global search, by their subjects and the titles of their articles. */
    @Bean
    static SearchSource newsletterSearch(SearchSourceFactory sources) {
        return sources.create("newsletter.menu", 48, NewsletterPermissions.READ, "outreach.newsletter", """
                SELECT min(x.title) AS title, NULL AS detail, (n.started_at AT TIME ZONE (SELECT zone FROM platform.settings_zone))::date AS day,
                       '/outreach/newsletter/' || n.id AS url
                FROM outreach.newsletter n
                JOIN outreach.newsletter_block b ON b.newsletter = n.id
                JOIN outreach.newsletter_text x ON x.block = b.id
                WHERE platform.fold(x.title) LIKE '%' || platform.fold(:text) || '%'
                GROUP BY n.id, n.started_at ORDER BY n.started_at DESC NULLS FIRST, n.id DESC LIMIT :limit
                """);
    }
}

package org.convergence.outreach.newsletter.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.outreach.newsletter.NewsletterPermissions;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.NewsletterQueries;
import org.convergence.outreach.newsletter.domain.NewsletterTextService;
import org.convergence.outreach.newsletter.web.NewsletterPage.TextPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.SourceTexts;
import org.convergence.platform.shell.TextSource.SourceText;
import org.convergence.platform.shell.TextUse;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes a text of another record into an issue that is being written, or into a new one. */
@Controller
@RequestMapping(NewsletterTextController.PATH)
@Requires(NewsletterPermissions.WRITE)
record NewsletterTextController(NewsletterTextService articles, NewsletterQueries queries, SourceTexts texts) {

    /** The use of texts, which is not offered for the texts of issues themselves. */
    public static final String USE = "newsletter.from";

    static final String PATH = "/outreach/newsletter/add";

    private static final int OFFERED = 200;

    @Bean
    static TextUse newsletterOfText() {
        return new TextUse(USE, PATH, NewsletterPermissions.WRITE);
    }

    @GetMapping
    ModelAndView choose(@RequestParam(SourceTexts.FROM) String from, Words t) {
        List<Option> issues = issues(t);
        Form form = Form.blank()
                .with(SourceTexts.FROM, from)
                .with("issue", issues.isEmpty() ? null : issues.get(0).value());
        return page(form, from, issues, t);
    }

    private ModelAndView page(Form form, String from, List<Option> issues, Words t) {
        return PageView.of("outreach/newsletter/add", new TextPage(form, find(from, t), issues));
    }

    private List<Option> issues(Words t) {
        List<Option> issues = new ArrayList<>();
        queries.findLatest(null, OFFERED).stream()
                .filter(each -> each.issue().isEditable())
                .forEach(each -> issues.add(
                        Option.of(each.issue().id(), NewsletterPageAssembler.title(each.issue(), each.subject(), t))));
        return issues;
    }

    private SourceText find(String from, Words t) {
        return texts.find(from, t).orElseThrow(() -> new NotFound("text"));
    }

    @PostMapping
    ModelAndView add(Form form, Words t) {
        String from = form.value(SourceTexts.FROM);
        SourceText text = find(from, t);
        return form.submit(
                answers -> Optional.ofNullable(answers.optionalId("issue")).map(NewsletterId::new),
                chosen -> {
                    NewsletterId issue =
                            articles.addArticle(chosen.orElse(null), text.title(), text.body(), text.url());
                    String url = NewsletterController.url(issue);
                    texts.tellUse(from, url);
                    return SeeOther.to(url).withNotice("newsletter.added");
                },
                () -> page(form, from, issues(t), t));
    }
}

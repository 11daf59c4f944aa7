package org.convergence.outreach.newsletter.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.outreach.newsletter.NewsletterPermissions;
import org.convergence.outreach.newsletter.domain.Newsletter;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterState;
import org.convergence.outreach.newsletter.domain.NewsletterElsewhereService;
import org.convergence.outreach.newsletter.domain.NewsletterElsewhereService.ElsewhereRecipient;
import org.convergence.outreach.newsletter.domain.NewsletterElsewhereService.ReturnedAddresses;
import org.convergence.outreach.newsletter.domain.NewsletterPreviewService;
import org.convergence.outreach.newsletter.domain.NewsletterService;
import org.convergence.outreach.newsletter.web.NewsletterPage.ElsewherePage;
import org.convergence.outreach.newsletter.web.NewsletterPage.LetterSource;
import org.convergence.outreach.newsletter.web.NewsletterPage.ReturnsPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** An issue that another mailing tool sends: what goes out to it, and what it tells afterwards. */
@Controller
@RequestMapping("/outreach/newsletter/{id}/elsewhere")
@Requires(NewsletterPermissions.SEND)
record NewsletterElsewhereController(
        NewsletterService newsletters,
        NewsletterElsewhereService elsewhere,
        NewsletterPreviewService previews,
        NewsletterPageAssembler assembler,
        NewsletterForm forms) {

    private static final Pattern ADDRESS =
            Pattern.compile("(?<![\\w.%+-])[\\w%+][\\w.%+'-]{0,63}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,6}");
    private static final int LONGEST_LIST = 500_000;
    private static final int MOST_SHOWN = 200;

    private static String url(NewsletterId id) {
        return NewsletterController.url(id) + "/elsewhere";
    }

    @GetMapping
    ModelAndView show(@PathVariable NewsletterId id, Words t) {
        return page(id, Form.blank(), t);
    }

    private ModelAndView page(NewsletterId id, Form form, Words t) {
        Newsletter issue = newsletters.findById(id);
        boolean isHandedOver = issue.state() == NewsletterState.HANDED_OVER;
        if (!issue.isEditable() && !isHandedOver) {
            return SeeOther.to(NewsletterController.url(id)).withWarning("newsletter.refused.confirmed");
        }
        List<String> obstacles = isHandedOver ? List.of() : previews.findObstacles(id);
        String hindrance =
                isHandedOver ? elsewhere.findHindrance(id).map(t::say).orElse(null) : null;
        boolean isReady = !isHandedOver && obstacles.isEmpty();
        return PageView.of(
                "outreach/newsletter/elsewhere",
                new ElsewherePage(
                        form,
                        Form.named("h").with("version", issue.version()),
                        NewsletterController.url(id),
                        assembler.title(id, t),
                        isHandedOver,
                        isReady
                                ? t.say(
                                        "newsletter.elsewhere.reach",
                                        previews.summarize(id, null).allowed())
                                : null,
                        obstacles.stream().map(t::say).toList(),
                        hindrance,
                        isHandedOver && hindrance == null ? sources(issue) : List.of()));
    }

    private List<LetterSource> sources(Newsletter issue) {
        return issue.languages().stream()
                .map(code -> new LetterSource(
                        code, forms.languageName(code), previews.renderForAnotherTool(issue.id(), code)))
                .toList();
    }

    @PostMapping("/hand-over")
    ModelAndView handOver(@PathVariable NewsletterId id, Form form, Words t) {
        return form.submit(
                FormValues::version,
                version -> {
                    elsewhere.handOver(id, version);
                    return SeeOther.to(url(id)).withNotice("newsletter.handed-over");
                },
                () -> page(id, form, t));
    }

    @GetMapping("/people.csv")
    void people(@PathVariable NewsletterId id, Words t, HttpServletResponse response) throws IOException {
        List<ElsewhereRecipient> people = elsewhere.export(id);
        FileDownload.setHeaders(response, assembler.title(id, t) + ".csv", TableFormat.CSV.mediaType());
        Iterator<List<String>> rows = people.stream()
                .map(each -> List.of(each.name(), each.address(), t.languageName(each.language()), basis(each, t)))
                .iterator();
        TableWriter.write(
                TableFormat.CSV,
                t.say("newsletter.menu"),
                List.of(
                        t.say("newsletter.csv.name"),
                        t.say("newsletter.csv.address"),
                        t.say("newsletter.csv.language"),
                        t.say("newsletter.csv.basis")),
                rows,
                t,
                response.getOutputStream());
    }

    private static String basis(ElsewhereRecipient recipient, Words t) {
        return recipient.basis() == null
                ? t.say("segment.allowed.exempt")
                : t.say(recipient.basis().key());
    }

    @PostMapping("/take-back")
    ModelAndView takeBack(@PathVariable NewsletterId id) {
        elsewhere.takeBack(id);
        return SeeOther.to(NewsletterController.url(id)).withNotice("newsletter.unconfirmed");
    }

    @PostMapping
    ModelAndView recordSent(@PathVariable NewsletterId id, Form form, Words t) {
        return form.submit(
                answers -> answers.date("day"),
                day -> {
                    elsewhere.recordSent(id, day);
                    return SeeOther.to(NewsletterController.url(id)).withNotice("newsletter.elsewhere.noted");
                },
                () -> page(id, form, t));
    }

    @GetMapping("/returns")
    ModelAndView returns(@PathVariable NewsletterId id, Words t) {
        return returnsPage(id, Form.blank(), null, t);
    }

    private record ReturnLists(Set<String> unsubscribed, Set<String> failed) {}

    /** Answers with the page: the addresses that nobody has here are not kept in clear. */
    @PostMapping("/returns")
    ModelAndView recordReturns(@PathVariable NewsletterId id, Form form, Words t) {
        return form.submit(
                answers -> {
                    ReturnLists lists =
                            new ReturnLists(addresses(answers, "unsubscribed"), addresses(answers, "failed"));
                    if (lists.unsubscribed().isEmpty() && lists.failed().isEmpty()) {
                        form.refuse("newsletter.returns.none");
                    }
                    return lists;
                },
                lists -> returnsPage(
                        id, Form.blank(), elsewhere.recordReturns(id, lists.unsubscribed(), lists.failed()), t),
                () -> returnsPage(id, form, null, t));
    }

    /** The addresses in what was pasted and in the file, whatever stands around them. */
    private static Set<String> addresses(FormValues answers, String name) {
        Set<String> addresses = new LinkedHashSet<>();
        find(answers.uncheckedText(name, LONGEST_LIST), addresses);
        MultipartFile file = answers.file(name + "-file");
        if (file != null && file.isEmpty()) {
            answers.reject(name + "-file", "shell.form.empty-file", String.valueOf(file.getOriginalFilename()));
        } else if (file != null) {
            try (InputStream in = file.getInputStream()) {
                byte[] bytes = in.readNBytes(LONGEST_LIST + 1);
                if (bytes.length > LONGEST_LIST) {
                    answers.reject(name + "-file", "shell.form.too-long", LONGEST_LIST);
                }
                find(new String(bytes, StandardCharsets.ISO_8859_1), addresses);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return addresses;
    }

    private static void find(@Nullable String text, Set<String> addresses) {
        Matcher address = ADDRESS.matcher(text == null ? "" : text);
        while (address.find()) {
            addresses.add(address.group());
        }
    }

    private ModelAndView returnsPage(NewsletterId id, Form form, @Nullable ReturnedAddresses done, Words t) {
        Newsletter issue = newsletters.findById(id);
        if (!issue.isWithAnotherTool()) {
            return SeeOther.to(NewsletterController.url(id)).withWarning("newsletter.refused.not-handed-over");
        }
        List<String> unknown = done == null ? List.of() : done.unknown();
        return PageView.of(
                "outreach/newsletter/returns",
                new ReturnsPage(
                        form,
                        NewsletterController.url(id),
                        assembler.title(id, t),
                        done == null
                                ? null
                                : t.say("newsletter.returns.done", done.withdrawn(), done.failed(), done.known()),
                        unknown.subList(0, Math.min(MOST_SHOWN, unknown.size())),
                        unknown.size() > MOST_SHOWN
                                ? t.say("newsletter.returns.more", unknown.size() - MOST_SHOWN)
                                : null));
    }
}

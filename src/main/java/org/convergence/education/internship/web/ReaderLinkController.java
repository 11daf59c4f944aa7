package org.convergence.education.internship.web;

import java.util.List;
import java.util.function.Function;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.domain.FileReadingService.BlindFile;
import org.convergence.education.internship.domain.ReaderLinkService;
import org.convergence.education.internship.domain.ReaderLinkService.LinkedCall;
import org.convergence.education.internship.web.InternshipPage.LinkedFilePage;
import org.convergence.education.internship.web.InternshipPage.LinkedFilesPage;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.database.Refused;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Language;
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

/** A reader without an account scores the files of one call by a link, in French or English. Opening changes nothing. */
@Controller
@RequestMapping("/education/internship/reader/{secret}")
@Open("a link opens the files of one call to one of its readers")
record ReaderLinkController(ReaderLinkService readings, PublicLanguages languages) {

    private static final String FORM = "internship-reading";

    @Bean
    static SecretAddress internshipReaderAddress() {
        return new SecretAddress(ReaderLinkService.PATH);
    }

    @GetMapping
    ModelAndView list(
            @PathVariable String secret,
            @RequestParam(name = "done", required = false) @Nullable String done,
            PublicVisit visit) {
        LinkedCall opened = visit.open(secret, () -> readings.open(secret));
        Words t = words(visit);
        boolean isKnown = "scored".equals(done) || "recused".equals(done);
        return list(secret, opened, isKnown ? t.say("internship.reader.done." + done) : null, null, t);
    }

    private Words words(PublicVisit visit) {
        Words t = visit.words();
        return t.language() == Language.SPANISH ? languages.wordsFor(Language.FRENCH.code()) : t;
    }

    private ModelAndView list(
            String secret, LinkedCall opened, @Nullable String done, @Nullable String problem, Words t) {
        var call = opened.call();
        return PageView.of(
                "education/internship/reader-files",
                new LinkedFilesPage(
                        t,
                        call.title(t),
                        t.say("internship.read.lead", call.closesOn(), call.decidesOn()),
                        done,
                        problem,
                        address(secret),
                        otherLanguages(t),
                        opened.files().stream()
                                .map(each -> FileReadingController.row(each, fileUrl(secret, each.id()) + in(t), t))
                                .toList()));
    }

    private List<Option> otherLanguages(Words t) {
        return languages.otherOptions(t).stream()
                .filter(each -> !each.value().equals(Language.SPANISH.code()))
                .toList();
    }

    private static String address(String secret) {
        return ReaderLinkService.PATH + secret;
    }

    private static String fileUrl(String secret, InternshipFileId file) {
        return address(secret) + "/files/" + file.value();
    }

    private static String in(Words t) {
        return "?in=" + t.language().code();
    }

    @GetMapping("/files/{file}")
    ModelAndView open(@PathVariable String secret, @PathVariable InternshipFileId file, PublicVisit visit) {
        Words t = words(visit);
        return withFile(
                secret,
                file,
                t,
                visit,
                blind -> page(secret, blind, FileReadingController.open(blind), Form.named("recusal"), t, visit));
    }

    /** Opens a file; the list tells why, if it cannot be read any more. */
    private ModelAndView withFile(
            String secret, InternshipFileId file, Words t, PublicVisit visit, Function<BlindFile, ModelAndView> page) {
        LinkedCall opened = visit.open(secret, () -> readings.open(secret));
        BlindFile blind;
        try {
            blind = readings.openFile(secret, file);
        } catch (Refused closed) {
            return PageView.withErrors(list(secret, opened, null, t.say(closed.messageKey(), closed.arguments()), t));
        }
        return page.apply(blind);
    }

    private ModelAndView page(String secret, BlindFile file, Form form, Form recusal, Words t, PublicVisit visit) {
        return PageView.of(
                "education/internship/reader-file",
                new LinkedFilePage(
                        t,
                        fileUrl(secret, file.id()),
                        otherLanguages(t),
                        visit.shield(FORM),
                        FileReadingController.page(
                                file, fileUrl(secret, file.id()), address(secret), in(t), form, recusal, t)));
    }

    @PostMapping("/files/{file}")
    ModelAndView score(@PathVariable String secret, @PathVariable InternshipFileId file, Form form, PublicVisit visit) {
        Words t = words(visit);
        return withFile(
                secret,
                file,
                t,
                visit,
                blind -> visit.submit(
                        FORM,
                        form,
                        answers -> FileReadingController.read(answers, blind),
                        input -> {
                            readings.score(secret, file, input.points(), input.note());
                            return SeeOther.to(address(secret) + in(t) + "&done=scored");
                        },
                        () -> page(secret, blind, form, Form.named("recusal"), t, visit)));
    }

    @PostMapping("/files/{file}/recuse")
    ModelAndView recuse(
            @PathVariable String secret, @PathVariable InternshipFileId file, Form form, PublicVisit visit) {
        Words t = words(visit);
        return withFile(
                secret,
                file,
                t,
                visit,
                blind -> visit.submit(
                        FORM,
                        form,
                        answers -> answers.get(FileReadingController.RELATIONSHIP),
                        relationship -> {
                            readings.recuse(secret, file, relationship);
                            return SeeOther.to(address(secret) + in(t) + "&done=recused");
                        },
                        () -> page(secret, blind, Form.blank(), form, t, visit)));
    }
}

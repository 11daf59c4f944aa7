package org.convergence.education.internship.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.FileReadingService;
import org.convergence.education.internship.domain.FileReadingService.BlindFile;
import org.convergence.education.internship.domain.FileReadingService.FileToRead;
import org.convergence.education.internship.domain.InternshipCall;
import org.convergence.education.internship.domain.InternshipCall.InternshipCriterion;
import org.convergence.education.internship.web.InternshipPage.BlindAnswer;
import org.convergence.education.internship.web.InternshipPage.BlindFilePage;
import org.convergence.education.internship.web.InternshipPage.FileRow;
import org.convergence.education.internship.web.InternshipPage.FilesToReadPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A reader scores files by their numbers. */
@Controller
@RequestMapping("/education/internship/read")
@Requires(InternshipPermissions.SCORE)
record FileReadingController(FileReadingService readings) {

    static final String PATH = "/education/internship/read";
    static final Field<String> RELATIONSHIP = Field.text("relationship", "internship.field.relationship", 300);

    @GetMapping
    ModelAndView list(Words t) {
        List<InternshipCall> calls = readings.findCalls();
        if (calls.size() == 1) {
            return list(calls.get(0).id(), t);
        }
        return PageView.of(
                "education/internship/files",
                new FilesToReadPage(
                        t.say("internship.read"),
                        null,
                        calls.stream()
                                .map(each -> new FileRow(
                                        each.title(t),
                                        PATH + "/" + each.id().value(),
                                        t.say("internship.read.by", each.decidesOn()),
                                        each.state().tone(),
                                        t.say(each.state().key()),
                                        null))
                                .toList()));
    }

    @GetMapping("/{id}")
    ModelAndView list(@PathVariable InternshipCallId id, Words t) {
        InternshipCall call = readings.findCall(id);
        return PageView.of(
                "education/internship/files",
                new FilesToReadPage(
                        call.title(t),
                        t.say("internship.read.lead", call.closesOn(), call.decidesOn()),
                        readings.findFiles(id).stream()
                                .map(each -> row(each, fileUrl(each.id()), t))
                                .toList()));
    }

    /** @param url where an open file is scored */
    static FileRow row(FileToRead file, String url, Words t) {
        String state = file.isRecused() ? "recused" : file.isMine() ? "mine" : file.isFull() ? "full" : "open";
        return new FileRow(
                t.say("internship.file", file.number()),
                file.isOpen() ? url : null,
                file.lowest() == null || file.highest() == null || !file.isMine()
                        ? ""
                        : t.say("internship.read.both", file.lowest(), file.highest()),
                file.isOpen() && !file.isMine() ? Tone.AHEAD : file.isMine() ? Tone.OK : Tone.REST,
                t.say("internship.read.state." + state),
                null);
    }

    private static String fileUrl(InternshipFileId id) {
        return PATH + "/files/" + id.value();
    }

    @GetMapping("/files/{id}")
    ModelAndView open(@PathVariable InternshipFileId id, Words t) {
        BlindFile file = readings.open(id);
        return page(file, open(file), Form.named("recusal"), t);
    }

    /** The points and the note given so far. */
    static Form open(BlindFile file) {
        Form form = Form.blank().with("note", file.note());
        file.criteria().forEach(each -> form.with(points(each), file.points().get(each.id())));
        return form;
    }

    /** The points and the note of a reader. */
    record ScoreInput(Map<UUID, Integer> points, @Nullable String note) {}

    @PostMapping("/files/{id}")
    ModelAndView score(@PathVariable InternshipFileId id, Form form, Words t) {
        BlindFile file = readings.open(id);
        return form.submit(
                answers -> read(answers, file),
                input -> {
                    readings.score(id, input.points(), input.note());
                    return SeeOther.to(listUrl(file)).withNotice("internship.scored", file.number());
                },
                () -> page(file, form, Form.named("recusal"), t));
    }

    static ScoreInput read(FormValues answers, BlindFile file) {
        Map<UUID, Integer> points = new HashMap<>();
        file.criteria().forEach(each -> points.put(each.id(), answers.wholeNumber(points(each), 0, each.most())));
        return new ScoreInput(points, answers.optionalText("note", 2_000));
    }

    @PostMapping("/files/{id}/recuse")
    ModelAndView recuse(@PathVariable InternshipFileId id, Form form, Words t) {
        BlindFile file = readings.open(id);
        return form.submit(
                answers -> answers.get(RELATIONSHIP),
                relationship -> {
                    readings.recuse(id, relationship);
                    return SeeOther.to(listUrl(file)).withNotice("internship.recused", file.number());
                },
                () -> page(file, Form.blank(), form, t));
    }

    private static String listUrl(BlindFile file) {
        return PATH + "/" + file.call().id().value();
    }

    private static String points(InternshipCriterion criterion) {
        return "points-" + criterion.id();
    }

    private static ModelAndView page(BlindFile file, Form form, Form recusal, Words t) {
        return PageView.of(
                "education/internship/file", page(file, fileUrl(file.id()), listUrl(file), "", form, recusal, t));
    }

    static BlindFilePage page(
            BlindFile file, String url, String listUrl, String query, Form form, Form recusal, Words t) {
        return new BlindFilePage(
                url,
                listUrl + query,
                query,
                t.say("internship.file", file.number()),
                file.call().title(t),
                file.criteria().stream()
                        .map(each -> new BlindAnswer(
                                each.name(t),
                                points(each),
                                each.most(),
                                file.answers().getOrDefault(each.id(), "")))
                        .toList(),
                form,
                recusal);
    }
}

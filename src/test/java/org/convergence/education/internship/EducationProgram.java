package org.convergence.education.internship;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.Convergence;
import org.convergence.education.internship.domain.CandidateLinkService;
import org.convergence.education.internship.domain.InternshipFile.CandidateFacts;
import org.convergence.education.workshop.WorkshopSessionId;
import org.convergence.education.workshop.domain.EvaluationService;
import org.convergence.education.workshop.domain.EvaluationService.EvaluationAnswers;
import org.convergence.education.workshop.domain.EvaluationService.EvaluationVerdict;
import org.convergence.education.workshop.domain.WorkshopSessionService;
import org.convergence.faults.CrashTasks;
import org.convergence.faults.HalfwayGate.BlockedRow;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/**
 * The application, in which a candidate resumes and sends a file, a participant evaluates a session, another session is held, and the
 * evaluations of two more are closed at the same time, then all of it once more.
 */
final class EducationProgram {

    /** The evaluation with too few answers blocks before its first write, the others between two. */
    static final List<BlockedRow> HALFWAY = List.of(
            new BlockedRow("education.internship_application", "UPDATE", "NEW.state = 'SUBMITTED'"),
            new BlockedRow("education.workshop_open_answer", "INSERT", "NEW.recommend = 'SOMEWHAT'"),
            new BlockedRow("plan.realisation", "INSERT", "NEW.source_module = 'education.workshop'"),
            new BlockedRow("education.workshop_answer", "INSERT", "NEW.learned = 'NO'"),
            new BlockedRow("education.workshop_session", "UPDATE", "NEW.too_few"));

    private EducationProgram() {}

    /** The arguments: the secret of a file, its criterion, and a session to evaluate, to hold, to close, to close with few answers. */
    public static void main(String[] arguments) throws InterruptedException {
        ApplicationContext application = SpringApplication.run(Convergence.class, CrashTasks.options());
        UUID criterion = UUID.fromString(arguments[1]);
        List<WorkshopSessionId> sessions = List.of(arguments).subList(2, 6).stream()
                .map(each -> new WorkshopSessionId(UUID.fromString(each)))
                .toList();
        EvaluationService evaluations = application.getBean(EvaluationService.class);
        Map<String, Runnable> tasks = new LinkedHashMap<>();
        tasks.put(
                "file",
                () -> application
                        .getBean(CandidateLinkService.class)
                        .save(
                                arguments[0],
                                1,
                                new CandidateFacts("Ana Roy", "ana@union.example", null, "fr", null, null),
                                Map.of(criterion, "Écrit dans le train."),
                                true));
        tasks.put(
                "answer",
                () -> evaluations.answer(
                        sessions.get(0),
                        new EvaluationAnswers(
                                EvaluationVerdict.YES, EvaluationVerdict.YES, EvaluationVerdict.SOMEWHAT)));
        tasks.put(
                "hold", () -> application.getBean(WorkshopSessionService.class).hold(sessions.get(1), 1, 28));
        tasks.put("close", () -> evaluations.close(sessions.get(2)));
        tasks.put("few", () -> evaluations.close(sessions.get(3)));
        CrashTasks.runTwice(tasks);
    }
}

package org.convergence.faults;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.convergence.Convergence;
import org.convergence.faults.HalfwayGate.BlockedRow;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.MeetingNoticeService;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.preparation.domain.PreparationService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.domain.CallLaunchService;
import org.convergence.resources.ledger.domain.BankLineMatchingService;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/**
 * The application, which runs a week's tasks once started, all at the same time, then once more, like users unsure of
 * their success.
 */
final class WeekProgram {

    /** Where each task is halfway. */
    static final List<BlockedRow> HALFWAY = List.of(
            new BlockedRow("plan.calendar_entry", "INSERT", "NEW.title = 'Rencontre 20'"),
            new BlockedRow("platform.mail_message", "INSERT", "NEW.recipient LIKE 'Titulaire%3@exemple.org'"),
            new BlockedRow(
                    "platform.mail_message",
                    "UPDATE",
                    "NEW.state = 'SENT' AND NEW.recipient = '" + WeekMoneyFixture.CUT_OFF + "'"),
            new BlockedRow("plan.mailbox_document", "INSERT", "true"),
            new BlockedRow("safety.mission_link", "INSERT", "NEW.purpose = 'ALARM'"),
            new BlockedRow("plan.actionplan_action", "INSERT", "NEW.text = 'Écrire une bande dessinée'"),
            new BlockedRow("resources.dues_share", "INSERT", "NEW.headcount = " + WeekMoneyFixture.HEADCOUNT),
            new BlockedRow("resources.ledger_allocation", "INSERT", "NEW.amount = " + WeekMoneyFixture.SECOND));

    private final ApplicationContext application;

    private WeekProgram(ApplicationContext application) {
        this.application = application;
    }

    /** The arguments: the meeting of the notice, the plan to copy, and the call for dues. */
    public static void main(String[] arguments) throws InterruptedException {
        var program = new WeekProgram(SpringApplication.run(Convergence.class, CrashTasks.options()));
        var meeting = new MeetingId(UUID.fromString(arguments[0]));
        var plan = new PlanId(UUID.fromString(arguments[1]));
        var call = new CallId(UUID.fromString(arguments[2]));
        List<Thread> works = List.of(
                program.work("calendar", () -> program.round("calendar-rounds")),
                program.work("mail", () -> program.round("mailbox-round")),
                program.work("alarm", () -> program.round("mission-alarm")),
                program.work(
                        "notice",
                        () -> program.application
                                .getBean(MeetingNoticeService.class)
                                .convene(meeting)),
                program.work("plan", () -> program.copy(plan)),
                program.work("dues", () -> program.runCall(call)),
                program.work(
                        "bank",
                        () -> program.application
                                .getBean(BankLineMatchingService.class)
                                .acceptCertain()));
        for (Thread each : works) {
            each.join();
        }
        System.out.println("week done");
    }

    private Thread work(String name, Runnable gesture) {
        var thread = new Thread(() -> {
            for (String time : List.of("done", "done again")) {
                try {
                    CurrentActor.runAs(Actor.system("a test"), gesture);
                    System.out.println(name + " " + time);
                } catch (RuntimeException refused) {
                    System.out.println(name + " refused: " + refused.getMessage());
                }
            }
        });
        thread.start();
        return thread;
    }

    private void round(String name) {
        Arrays.stream(application.getBeanNamesForType(RecurringWork.class))
                .map(bean -> application.getBean(bean, RecurringWork.class))
                .filter(each -> each.name().equals(name))
                .forEach(RecurringWork::run);
    }

    /** Starts the run of a call, or resumes the interrupted one. */
    private void runCall(CallId call) {
        UUID run = application.getBean(CallLaunchService.class).start(call, null);
        application.getBean(JobTestRunner.class).run(run);
    }

    private void copy(PlanId plan) {
        PreparationService desk = application.getBean(PreparationService.class);
        desk.createNextPlan(plan, desk.findSheet(plan).period(), "Attend");
    }
}

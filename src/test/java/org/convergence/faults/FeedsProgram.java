package org.convergence.faults;

import java.util.Arrays;
import org.convergence.Convergence;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/** The application, which reads all feeds that are due once it is started, and goes on answering pages. */
final class FeedsProgram {

    private FeedsProgram() {}

    public static void main(String[] arguments) {
        ApplicationContext application = SpringApplication.run(Convergence.class);
        System.out.println("feeds begin");
        long begun = System.nanoTime();
        CurrentActor.runAs(
                Actor.system("a test"),
                () -> Arrays.stream(application.getBeanNamesForType(RecurringWork.class))
                        .map(bean -> application.getBean(bean, RecurringWork.class))
                        .filter(each -> each.name().equals("watch-feeds"))
                        .forEach(RecurringWork::run));
        System.out.println("feeds done in " + (System.nanoTime() - begun) / 1_000_000);
    }
}

package org.convergence.platform.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import org.convergence.testing.ApplicationClasses;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;

/** A command runs no other work: start-up work is excluded from its profile. */
class StartWorkTest {

    @Test
    void commandsRunNoStartUpWork() {
        classes()
                .that()
                .areAssignableTo(ApplicationRunner.class)
                .or()
                .areAssignableTo(CommandLineRunner.class)
                .should(stayOutOfCommands())
                .allowEmptyShould(true)
                .check(ApplicationClasses.get());
        methods()
                .that(listenToTheStart())
                .should()
                .beDeclaredInClassesThat(new DescribedPredicate<>("carry @Profile(\"!command\")") {
                    @Override
                    public boolean test(JavaClass type) {
                        return staysOut(type);
                    }
                })
                .allowEmptyShould(true)
                .check(ApplicationClasses.get());
    }

    private static DescribedPredicate<JavaMethod> listenToTheStart() {
        return new DescribedPredicate<>("listen to the start") {
            @Override
            public boolean test(JavaMethod method) {
                return method.isAnnotatedWith(EventListener.class)
                        && (method.getAnnotationOfType(EventListener.class)
                                        .toString()
                                        .contains("ApplicationReadyEvent")
                                || method.getAnnotationOfType(EventListener.class)
                                        .toString()
                                        .contains("ApplicationStartedEvent")
                                || method.getRawParameterTypes().stream()
                                        .anyMatch(type -> type.isAssignableTo(ApplicationReadyEvent.class)
                                                || type.isAssignableTo(ApplicationStartedEvent.class)));
            }
        };
    }

    private static ArchCondition<JavaClass> stayOutOfCommands() {
        return new ArchCondition<>("carry @Profile(\"!command\")") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(type, staysOut(type), type.getName()));
            }
        };
    }

    private static boolean staysOut(JavaClass type) {
        return type.isAnnotatedWith(Profile.class)
                && Arrays.asList(type.getAnnotationOfType(Profile.class).value())
                        .contains("!command");
    }
}

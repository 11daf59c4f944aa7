package org.convergence.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.convergence.Convergence;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** A command runs no other work: start-up work is excluded from its profile. */
class StartWorkTest {

    private static final List<Class<?>> STARTS = List.of(ApplicationReadyEvent.class, ApplicationStartedEvent.class);

    @Test
    void commandsRunNoStartUpWork() {
        assertThat(startWork()).isNotEmpty().allMatch(StartWorkTest::staysOut);
    }

    /** The classes that Spring Boot runs once the application has started. */
    private static List<Class<?>> startWork() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ApplicationRunner.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(CommandLineRunner.class));
        scanner.addIncludeFilter(
                (type, types) -> type.getAnnotationMetadata().hasAnnotatedMethods(EventListener.class.getName()));
        return scanner.findCandidateComponents(Convergence.class.getPackageName()).stream()
                .<Class<?>>map(
                        found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null))
                .filter(type -> !listensOnly(type) || listensToTheStart(type))
                .toList();
    }

    private static boolean listensOnly(Class<?> type) {
        return !ApplicationRunner.class.isAssignableFrom(type) && !CommandLineRunner.class.isAssignableFrom(type);
    }

    private static boolean listensToTheStart(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(EventListener.class))
                .flatMap(method -> Stream.concat(
                        Arrays.stream(method.getParameterTypes()),
                        Arrays.stream(method.getAnnotation(EventListener.class).value())))
                .anyMatch(event -> STARTS.stream().anyMatch(event::isAssignableFrom)
                        && ApplicationEvent.class.isAssignableFrom(event));
    }

    private static boolean staysOut(Class<?> type) {
        Profile profile = type.getAnnotation(Profile.class);
        return profile != null && Arrays.asList(profile.value()).contains("!command");
    }
}

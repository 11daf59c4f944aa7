package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.testing.ApplicationClasses;
import org.convergence.testing.ApplicationClasses.CompiledClass;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;

/** The layers of the application, and what domain and web packages of a module may depend on. */
class LayersTest {

    /** All layers, those without a module yet among them. */
    static final List<String> LOWEST_FIRST = List.of(
            "platform",
            "directory",
            "identity",
            "plan",
            "resources",
            "safety",
            "outreach",
            "cooperation",
            "education",
            "advocacy",
            "home",
            "example");

    private static final String APPLICATION = "org.convergence.";

    @Test
    void layersUseOnlyLowerLayers() {
        assertThat(ApplicationClasses.get().stream()
                        .filter(type -> isInLayer(type.name()))
                        .flatMap(type -> type.references().stream()
                                .filter(LayersTest::isInLayer)
                                .filter(used -> height(used) > height(type.name()))
                                .map(used -> type.name() + " uses " + used)))
                .isEmpty();
    }

    @Test
    void everyPackageBelongsToALayer() {
        assertThat(ApplicationClasses.get().stream()
                        .filter(type -> type.packageName().startsWith(APPLICATION))
                        .map(type -> layer(type.name()))
                        .distinct())
                .as("packages below org.convergence: each is a layer of LOWEST_FIRST and of docs/architecture.md")
                .isSubsetOf(LOWEST_FIRST);
    }

    @Test
    void domainDoesNotDependOnHttp() {
        assertThat(uses(
                        "domain",
                        used -> Stream.of("jakarta.servlet.", "org.springframework.web.", "org.springframework.http.")
                                .anyMatch(used::startsWith)))
                .isEmpty();
    }

    @Test
    void webDoesNotDependOnSql() {
        assertThat(uses(
                        "web",
                        used -> used.startsWith(JdbcClient.class.getName()) || used.equals(DataSource.class.getName())))
                .isEmpty();
    }

    @Test
    void controllersArePackagePrivate() {
        assertThat(ApplicationClasses.get().stream()
                        .filter(type -> isIn(type, "web"))
                        .filter(type -> type.references().stream().anyMatch(used -> used.endsWith("Controller")))
                        .map(CompiledClass::load)
                        .filter(type -> AnnotatedElementUtils.hasAnnotation(type, Controller.class))
                        .filter(type -> Modifier.isPublic(type.getModifiers())))
                .isEmpty();
    }

    @Test
    void publicUseCasesDeclarePermission() {
        assertThat(ApplicationClasses.get().stream()
                        .filter(type -> type.references().contains(Service.class.getName()))
                        .map(CompiledClass::load)
                        .filter(type -> type.isAnnotationPresent(Service.class))
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> Modifier.isPublic(method.getModifiers())
                                && !Modifier.isStatic(method.getModifiers())
                                && !method.isSynthetic())
                        .filter(method -> !namesPermission(method) && !namesPermission(method.getDeclaringClass())))
                .as("public methods of use cases with neither @Requires nor @Open")
                .isEmpty();
    }

    private static boolean namesPermission(AnnotatedElement element) {
        return element.isAnnotationPresent(Requires.class) || element.isAnnotationPresent(Open.class);
    }

    private static Stream<String> uses(String part, Predicate<String> refused) {
        return ApplicationClasses.get().stream()
                .filter(type -> isIn(type, part))
                .flatMap(type -> type.references().stream().filter(refused).map(used -> type.name() + " uses " + used));
    }

    private static boolean isIn(CompiledClass type, String part) {
        return (type.packageName() + ".").contains("." + part + ".");
    }

    private static boolean isInLayer(String type) {
        return type.startsWith(APPLICATION) && LOWEST_FIRST.contains(layer(type));
    }

    private static int height(String type) {
        return LOWEST_FIRST.indexOf(layer(type));
    }

    private static String layer(String type) {
        return type.substring(APPLICATION.length()).split("\\.", 2)[0];
    }
}

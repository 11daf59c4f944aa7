package org.convergence.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.testing.ApplicationClasses;
import org.junit.jupiter.api.Test;
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

    @Test
    void layersUseOnlyLowerLayers() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String layer : LOWEST_FIRST) {
            layers = layers.layer(layer).definedBy("org.convergence." + layer + "..");
        }
        for (int i = 0; i < LOWEST_FIRST.size() - 1; i++) {
            String[] higher = LOWEST_FIRST.subList(i + 1, LOWEST_FIRST.size()).toArray(String[]::new);
            layers = layers.whereLayer(LOWEST_FIRST.get(i)).mayOnlyBeAccessedByLayers(higher);
        }
        layers.whereLayer("example").mayNotBeAccessedByAnyLayer().check(ApplicationClasses.get());
    }

    @Test
    void everyPackageBelongsToALayer() {
        assertThat(ApplicationClasses.get().stream()
                        .map(type -> type.getPackageName().split("\\.", -1))
                        .filter(parts -> parts.length > 2)
                        .map(parts -> parts[2])
                        .distinct())
                .as("packages below org.convergence: each is a layer of LOWEST_FIRST and of docs/architecture.md")
                .isSubsetOf(LOWEST_FIRST);
    }

    @Test
    void domainDoesNotDependOnHttp() {
        noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..", "org.springframework.http..")
                .allowEmptyShould(true)
                .check(ApplicationClasses.get());
    }

    @Test
    void webDoesNotDependOnSql() {
        noClasses()
                .that()
                .resideInAPackage("..web..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(JdbcClient.class, javax.sql.DataSource.class)
                .check(ApplicationClasses.get());
    }

    @Test
    void controllersArePackagePrivate() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .and()
                .resideInAPackage("..web..")
                .should()
                .notBePublic()
                .check(ApplicationClasses.get());
    }

    @Test
    void publicUseCasesDeclarePermission() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(areUseCases())
                .should(nameAPermission())
                .check(ApplicationClasses.get());
    }

    private static DescribedPredicate<JavaClass> areUseCases() {
        return DescribedPredicate.describe("are use cases", type -> type.isAnnotatedWith(Service.class));
    }

    private static ArchCondition<JavaMethod> nameAPermission() {
        return new ArchCondition<>("have @Requires or @Open, or their class has it") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean says = method.isAnnotatedWith(Requires.class)
                        || method.isAnnotatedWith(Open.class)
                        || method.getOwner().isAnnotatedWith(Requires.class)
                        || method.getOwner().isAnnotatedWith(Open.class)
                        || method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        || method.getModifiers().contains(JavaModifier.STATIC);
                events.add(new SimpleConditionEvent(method, says, method.getFullName() + " declares no permission"));
            }
        };
    }
}

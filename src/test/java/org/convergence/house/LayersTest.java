package org.convergence.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.testing.ApplicationClasses;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;

/** The layers of the application, and what domain and web packages of a module may depend on. */
class LayersTest {

    @Test
    void layersUseOnlyLowerLayers() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("platform")
                .definedBy("org.convergence.platform..")
                .layer("directory")
                .definedBy("org.convergence.directory..")
                .layer("identity")
                .definedBy("org.convergence.identity..")
                .layer("plan")
                .definedBy("org.convergence.plan..")
                .layer("resources")
                .definedBy("org.convergence.resources..")
                .layer("outreach")
                .definedBy("org.convergence.outreach..")
                .layer("home")
                .definedBy("org.convergence.home..")
                .layer("example")
                .definedBy("org.convergence.example..")
                .whereLayer("example")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("home")
                .mayOnlyBeAccessedByLayers("example")
                .whereLayer("outreach")
                .mayOnlyBeAccessedByLayers("home", "example")
                .whereLayer("resources")
                .mayOnlyBeAccessedByLayers("outreach", "home", "example")
                .whereLayer("plan")
                .mayOnlyBeAccessedByLayers("resources", "outreach", "home", "example")
                .whereLayer("identity")
                .mayOnlyBeAccessedByLayers("plan", "resources", "outreach", "home", "example")
                .whereLayer("directory")
                .mayOnlyBeAccessedByLayers("identity", "plan", "resources", "outreach", "home", "example")
                .check(ApplicationClasses.get());
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
        return new ArchCondition<>("carry @Requires or @Open, by themselves or by their class") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean says = method.isAnnotatedWith(Requires.class)
                        || method.isAnnotatedWith(Open.class)
                        || method.getOwner().isAnnotatedWith(Requires.class)
                        || method.getOwner().isAnnotatedWith(Open.class)
                        || method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        || method.getModifiers().contains(JavaModifier.STATIC);
                events.add(new SimpleConditionEvent(method, says, method.getFullName() + " names no permission"));
            }
        };
    }
}

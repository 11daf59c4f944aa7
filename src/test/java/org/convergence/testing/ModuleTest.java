package org.convergence.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.convergence.identity.domain.SignInFixture;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/**
 * An integration test of modules: the whole application on the real PostgreSQL, with {@code MockMvcTester}. All such
 * tests share one application; each class begins with a fresh database, migrated and otherwise empty. Transactions are
 * real: later tests of the class see earlier writes.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({TestUsers.class, SignInFixture.class, ConcurrentActions.class})
public @interface ModuleTest {}

package org.convergence.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/**
 * An integration test of modules: the whole application on the real PostgreSQL, with {@code MockMvcTester} and on a
 * port. All such tests share one application, which takes seconds to start: an annotation that changes it (an import, a
 * property) starts another. Fixtures are lazy components, which the application finds by itself. Each class begins with
 * a fresh database, migrated and otherwise empty, and each test at the present time ({@link MovingClock}). Transactions
 * are real: later tests of the class see earlier writes.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag(TestTags.INTEGRATION)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"CONVERGENCE_BASE_URL=http://localhost:8080", "CONVERGENCE_TRUSTED_PROXIES=127.0.0.1,::1"})
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(MovingClock.class)
public @interface ModuleTest {}

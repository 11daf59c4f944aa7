package org.convergence.platform.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;

class PageHandlerAdapterTest {

    private final List<String> seen = new ArrayList<>();
    private final PageHandlerAdapter adapter = new PageHandlerAdapter(new RecordingTransactions());

    @BeforeEach
    void start() {
        adapter.setApplicationContext(new StaticWebApplicationContext());
        adapter.afterPropertiesSet();
    }

    @Test
    void readsPageInReadOnlyTransactionThatEndsBeforeItIsRendered() throws Exception {
        open("GET", "page");
        assertThat(seen).containsExactly("begin read-only", "page in read-only", "rollback");
        assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                .isFalse();
    }

    @Test
    void leavesFormsAndFilesAlone() throws Exception {
        open("POST", "page");
        open("GET", "file");
        assertThat(seen).containsExactly("page", "file");
    }

    private void open(String method, String handler) throws Exception {
        adapter.handle(
                new MockHttpServletRequest(method, "/"),
                new MockHttpServletResponse(),
                new HandlerMethod(this, getClass().getDeclaredMethod(handler)));
    }

    ModelAndView page() {
        seen.add(TransactionSynchronizationManager.isCurrentTransactionReadOnly() ? "page in read-only" : "page");
        return new ModelAndView("page");
    }

    void file() {
        seen.add("file");
    }

    private final class RecordingTransactions extends AbstractPlatformTransactionManager {

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            seen.add(definition.isReadOnly() ? "begin read-only" : "begin");
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            seen.add("commit");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            seen.add("rollback");
        }
    }
}

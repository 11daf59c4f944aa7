package org.convergence.platform.idempotency;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Passes an {@link IdempotentPost} to controllers of the API, and describes its header. */
@Configuration(proxyBeanMethods = false)
class IdempotentPostConfiguration implements WebMvcConfigurer, HandlerMethodArgumentResolver, OperationCustomizer {

    private final ObjectProvider<IdempotencyService> requests;

    IdempotentPostConfiguration(ObjectProvider<IdempotencyService> requests) {
        this.requests = requests;
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(IdempotentPost.class, IdempotentCreation.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return IdempotentPost.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public IdempotentPost resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        IdempotencyService service = requests.getObject();
        return isCreation(parameter) ? new IdempotentCreation(http, service) : new IdempotentPost(http, service);
    }

    private static boolean isCreation(MethodParameter parameter) {
        return parameter.getParameterType() == IdempotentCreation.class;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod route) {
        Arrays.stream(route.getMethodParameters())
                .filter(this::supportsParameter)
                .forEach(post -> operation.addParametersItem(new HeaderParameter()
                        .name(IdempotentPost.KEY)
                        .required(false)
                        .description("A key chosen by the sender, such as a UUID, under which the request may be"
                                + " sent again for seven days: it is executed once, and a repeat gets the first"
                                + " response. The same key with other content is refused (422)."
                                + (isCreation(post)
                                        ? " Without a key, a repeat of the same content within half a minute gets"
                                                + " the first response too."
                                        : ""))
                        .schema(new StringSchema().minLength(1).maxLength(200).pattern("^[\\x21-\\x7e]+$"))));
        return operation;
    }
}

package io.touchstone.console.json;

import io.touchstone.console.problem.ProblemAnswer;
import io.touchstone.console.problem.ProblemExceptionHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** The border: bodies in, answers and problems out. */
@Configuration(proxyBeanMethods = false)
public class JsonConfiguration implements WebFluxConfigurer {
    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
        configurer.customCodecs().register(new ConsoleJsonDecoder());
        configurer.customCodecs().register(new ConsoleJsonEncoder());
    }

    @Bean
    ProblemAnswer problemAnswer() {
        return new ProblemAnswer(ConsoleJson.mapper());
    }

    @Bean
    @Order(-3)
    ProblemExceptionHandler problemExceptionHandler(ProblemAnswer answer) {
        return new ProblemExceptionHandler(answer);
    }
}

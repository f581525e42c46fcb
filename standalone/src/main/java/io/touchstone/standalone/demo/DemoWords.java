package io.touchstone.standalone.demo;

import io.touchstone.standalone.demo.shop.Label;
import io.touchstone.standalone.demo.shop.Language;

/** What the demo says, in both languages. */
enum DemoWords {
    BUILDING("搭建茶饮店：指标、投放位、互斥层和 3 个实验", "Building the shop: metrics, flags, layers and three experiments"),
    IMPORTING("导入 4 周历史：%s 位顾客，种子 %d", "Importing four weeks of history: %s customers, seed %d"),
    SENT("位顾客已发送", "customers sent"),
    COUNTED("位顾客已计入", "customers counted"),
    OTHER_SEED("此数据目录里是种子 %d 的历史，继续使用它", "This folder holds the history of seed %d; the demo goes on with that one"),
    AGAIN("历史已经导入过，不再重复导入", "The history is here already and is not imported again"),
    AS_OF("截至 %s 的读数（读数旁边是模拟器已知的真实效果）：", "As of %s, each estimate beside the true effect that the simulator knows:"),
    EXPERIMENT("实验", "experiment"),
    METRIC("指标", "metric"),
    ARM("实验组", "variant"),
    TRUTH("真实效果", "true effect"),
    ESTIMATE("估计", "estimate"),
    INTERVAL("95% 区间", "95 % interval"),
    HOLDS("含真值", "holds it"),
    YES("是", "yes"),
    NO("否", "no"),
    POINTS("个百分点", "pp"),
    HOLDING(
            "%d 个区间中有 %d 个包含真实效果（95%% 区间平均每 20 个有 1 个不含）。",
            "%d intervals, %d of which hold the true effect (of 95 %% intervals one in twenty does not, on average)."),
    READY("历史已全部计入，启动至今 %.0f 秒", "The history is counted, %.0f s after the start"),
    CONSOLE("控制台：%s", "Console: %s"),
    SIGN_IN(
            "登录：用户 %s，一次性密码 %s（登录时自行修改）",
            "Sign in: user %s, one-time password %s (you choose your own when you sign in)"),
    SIGN_IN_AGAIN(
            "登录：用户 %s，用您自己设置的密码；尚未设置时，用首次启动时显示的一次性密码",
            "Sign in: user %s, with the password you chose, or until then the one-time password of the first start"),
    LIVE("顾客还在不断到来，每秒约 3 位；按 Ctrl-C 结束。", "Customers keep coming, about 3 a second; Ctrl-C stops everything.");

    private final Label label;

    DemoWords(String zh, String en) {
        this.label = new Label(zh, en);
    }

    String in(Language language) {
        return label.in(language);
    }
}

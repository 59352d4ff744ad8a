"""Traditional characters of headers, names and units written as simplified ones, so that 單位 and 单位 are one."""

from __future__ import annotations

_PAIRS = (
    "佈布佔占來来個个備备傭佣債债傷伤僱雇價价億亿優优儲储兒儿別别創创劃划動动務务勞劳勵励區区協协員员單单"
    "噸吨國国園园圖图團团報报場场塵尘壓压壽寿嬰婴學学實实審审專专導导屆届師师幣币幫帮廠厂廢废廣广張张從从"
    "復复態态應应懲惩戶户損损據据擴扩數数於于時时曆历書书會会條条棄弃業业構构樓楼標标樣样橋桥機机檢检權权"
    "歲岁歷历歸归氣气況况淨净減减測测滿满潔洁濕湿濟济災灾煙烟狀状獎奖獲获環环產产畝亩療疗發发監监眾众稅税"
    "種种紀纪納纳級级組组結结絡络經经綠绿網网線线縮缩總总織织義义聲声職职與与興兴莊庄萬万蓋盖處处虧亏術术"
    "衛卫補补裝装規规視视計计託托訪访設设診诊註注評评說说證证議议護护讀读讓让財财貧贫貨货貸贷費费貼贴貿贸"
    "資资賦赋質质賬账購购車车軌轨軍军較较載载輛辆輸输轉转辦办農农進进遊游運运達达鄉乡醫医銷销鎮镇鐵铁開开"
    "間间閱阅關关隊队際际險险離离難难電电霧雾頃顷項项預预領领頭头額额類类養养館馆驗验體体黨党齡龄龍龙長长値值後后"
)
"""Each traditional character with the simplified one behind it."""
_TABLE = str.maketrans({_PAIRS[i]: _PAIRS[i + 1] for i in range(0, len(_PAIRS), 2)})


def simplified(text: str) -> str:
    """Write the traditional characters that headers, names and units of plans use as simplified ones.

    >>> simplified("地區生產總值"), simplified("億元")
    ('地区生产总值', '亿元')
    """
    return text if text.isascii() else text.translate(_TABLE)
